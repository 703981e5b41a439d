package io.usher.engine.account.web;

import io.usher.engine.account.internal.Profile;
import io.usher.engine.platform.web.FieldChecks;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A JSON merge patch of the own account: a field that is left out stays, null takes it away. */
record ProfilePatch(Map<String, @Nullable Object> fields) {

    private static final Set<String> KNOWN = Set.of("fullName", "email");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EMAIL = 254;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\"(),:;\\\\\\[\\]]{1,64}@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

    /** Refuses the patch whole with everything that is wrong in it. */
    void check() {
        var checks = new FieldChecks();
        fields.keySet().stream()
                .filter(field -> !KNOWN.contains(field))
                .sorted()
                .forEach(field -> checks.error(field, "unknown", field + " cannot be changed here"));
        var name = text("fullName", checks);
        checks.check(
                name.length() <= LONGEST_NAME && !CONTROL.matcher(name).find(),
                "fullName",
                "length",
                "fullName has at most " + LONGEST_NAME + " characters and no control characters");
        var email = text("email", checks);
        checks.check(
                email.isEmpty()
                        || email.length() <= LONGEST_EMAIL
                                && EMAIL.matcher(email).matches(),
                "email",
                "email",
                "email must be an e-mail address such as ada@example.com");
        checks.orThrow();
    }

    Profile apply(Profile now) {
        return new Profile(
                fields.containsKey("fullName") ? value("fullName") : now.fullName(),
                fields.containsKey("email") ? value("email") : now.email(),
                now.revision());
    }

    private String text(String field, FieldChecks checks) {
        var value = fields.get(field);
        checks.check(value == null || value instanceof String, field, "type", field + " must be a text or null");
        return value instanceof String text ? text.strip() : "";
    }

    private @Nullable String value(String field) {
        return fields.get(field) instanceof String text && !text.isBlank() ? text.strip() : null;
    }
}
