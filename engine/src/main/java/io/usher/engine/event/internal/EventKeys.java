package io.usher.engine.event.internal;

import io.usher.engine.shared.EventId;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.VisibleText;

/** The rules of an event type's key, an event's key and a sender's id; each refusal names the field and the rule. */
public final class EventKeys {

    public static final int MAX_KEY = 300;
    public static final int MAX_ID = 200;

    private EventKeys() {}

    /** The key of a type as it is written from now on: trimmed, composed, without what nobody sees. */
    public static EventTypeKey checkType(String field, String text) {
        var key = check(field, text, EventTypeKey.MAX_LENGTH);
        key.chars().filter(c -> Ids.FORBIDDEN.indexOf(c) >= 0).findFirst().ifPresent(c -> {
            throw Problems.invalid(field, "characters", field + " must not hold " + (char) c);
        });
        return new EventTypeKey(key);
    }

    /** The key of a type that may be there, exactly as it is written: keys of earlier versions are found as well. */
    public static EventTypeKey namedType(String field, String text) {
        checkLength(field, text, EventTypeKey.MAX_LENGTH);
        return new EventTypeKey(text);
    }

    /** An event's key: any text that can be seen, written as {@link VisibleText#clean} says. */
    public static String checkKey(String field, String text) {
        return check(field, text, MAX_KEY);
    }

    public static EventId checkId(String field, String text) {
        checkLength(field, text, MAX_ID);
        checkControls(field, text);
        return new EventId(text);
    }

    private static String check(String field, String text, int max) {
        var clean = VisibleText.clean(text);
        checkLength(field, clean, max);
        checkControls(field, clean);
        return clean;
    }

    private static void checkLength(String field, String text, int max) {
        if (text.isBlank()) {
            throw Problems.invalid(field, "required", field + " must not be empty");
        }
        if (text.length() > max) {
            throw Problems.invalid(field, "length", field + " must have at most " + max + " characters");
        }
    }

    private static void checkControls(String field, String text) {
        if (VisibleText.hasControls(text)) {
            throw Problems.invalid(field, "characters", field + " must not hold control characters");
        }
    }
}
