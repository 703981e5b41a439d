package io.usher.engine.platform.web;

import io.usher.engine.shared.Expected;
import io.usher.engine.shared.Problems;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Reads {@code If-Match}. Tags are strong; a weak one matches none. */
public final class EntityTags {

    private static final Pattern TAG = Pattern.compile("(W/)?\"([^\"]*)\"");
    private static final Pattern LIST =
            Pattern.compile("\\s*" + TAG.pattern() + "(\\s*,\\s*" + TAG.pattern() + ")*\\s*");

    private EntityTags() {}

    /** What {@code what} must still be; 428 when nothing is said. */
    public static Expected expected(HttpHeaders headers, String what) {
        return expected(String.join(",", headers.getOrDefault(HttpHeaders.IF_MATCH, List.of())), what);
    }

    /** As above, of the header's value. */
    public static Expected expected(@Nullable String header, String what) {
        var value = header == null ? "" : header.strip();
        if (value.isEmpty()) {
            throw Problems.problem(
                    "precondition-required",
                    "Precondition required",
                    428,
                    "If-Match is required: the ETag of the " + what + " that you looked at, or * for whatever is there",
                    List.of());
        }
        return tag("If-Match", value);
    }

    /** Of a call that did not ask for the header from its beginning: whatever is there, when nothing is said. */
    public static Expected optional(@Nullable String header) {
        return header == null || header.isBlank() ? new Expected.Anything() : tag("If-Match", header.strip());
    }

    /** The tags that a field says. */
    public static Expected tag(String field, String value) {
        if (value.equals("*")) {
            return new Expected.Anything();
        }
        if (!LIST.matcher(value).matches()) {
            throw Problems.invalid(field, "etag", field + " is an ETag in double quotes, or *");
        }
        return new Expected.OneOf(TAG.matcher(value)
                .results()
                .filter(tag -> tag.group(1) == null)
                .map((MatchResult tag) -> tag.group(2))
                .collect(Collectors.toSet()));
    }
}
