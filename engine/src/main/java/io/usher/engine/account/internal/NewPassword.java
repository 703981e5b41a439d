package io.usher.engine.account.internal;

import io.usher.engine.shared.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;

/** What a new password must be: long, not the old one, and not what a guesser tries first. Any character may stand in it. */
final class NewPassword {

    static final int MIN_LENGTH = 12;
    static final int MAX_LENGTH = 200;

    private NewPassword() {}

    /** What is wrong with a new password, each time with the rule. */
    static List<FieldError> check(String field, String password, String old, String userName) {
        var errors = new ArrayList<FieldError>();
        if (password.codePointCount(0, password.length()) < MIN_LENGTH) {
            errors.add(length(field, "at least " + MIN_LENGTH));
        } else if (password.length() > MAX_LENGTH) {
            errors.add(length(field, "at most " + MAX_LENGTH));
        } else if (EasyPasswords.easy(password, userName)) {
            errors.add(new FieldError(
                    field,
                    "common",
                    "This password is among the first that are tried: it is made of common words or names, the user's name, "
                            + "rows of keys or repeats. Take more words, or less usual ones"));
        }
        if (password.equals(old)) {
            errors.add(new FieldError(field, "same", "The new password must not be the old one"));
        }
        return errors;
    }

    private static FieldError length(String field, String bound) {
        return new FieldError(field, "length", "The new password must have " + bound + " characters");
    }
}
