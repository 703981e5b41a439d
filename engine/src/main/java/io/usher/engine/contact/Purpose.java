package io.usher.engine.contact;

import io.usher.engine.shared.Problems;
import java.util.regex.Pattern;

/** What consent is asked for; its key has 1 to 40 lower-case letters, digits and hyphens and begins with a letter. */
public record Purpose(String key) {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public static final Purpose MARKETING = new Purpose("marketing");

    public Purpose {
        if (!KEY.matcher(key).matches()) {
            throw Problems.invalid(
                    "purpose", "format", "purpose is not 1 to 40 lower-case letters, digits and hyphens");
        }
    }
}
