package io.usher.engine.account.web;

import io.usher.engine.account.internal.Profile;
import io.usher.engine.platform.web.FieldChecks;
import io.usher.engine.platform.web.MergePatch;
import io.usher.engine.shared.VisibleText;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A merge patch of the own account. */
record ProfilePatch(Map<String, @Nullable Object> fields) {

    private static final List<String> KNOWN = List.of("fullName", "email");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EMAIL = 254;
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\"(),:;\\\\\\[\\]]{1,64}@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

    /** Refuses the patch whole with everything that is wrong in it. */
    void check() {
        apply(Profile.NONE);
    }

    Profile apply(Profile now) {
        var checks = new FieldChecks();
        var patch = MergePatch.of(fields, KNOWN, checks);
        var name = cleaned(patch.text("fullName", now.fullName()));
        checks.check(
                name == null || name.length() <= LONGEST_NAME && !VisibleText.hasControls(name),
                "fullName",
                "length",
                "fullName has at most " + LONGEST_NAME + " characters and no control characters");
        var email = cleaned(patch.text("email", now.email()));
        checks.check(
                email == null
                        || email.length() <= LONGEST_EMAIL
                                && EMAIL.matcher(email).matches(),
                "email",
                "email",
                "email must be an e-mail address such as ada@example.com");
        checks.orThrow();
        return new Profile(name, email, now.revision());
    }

    private static @Nullable String cleaned(@Nullable String text) {
        return text == null || text.isBlank() ? null : VisibleText.clean(text);
    }
}
