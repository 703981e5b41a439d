package io.usher.engine.workflow.web;

import io.usher.engine.shared.Problems;
import io.usher.engine.workflow.internal.Drafts.Expected;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;

/** Reads {@code If-Match}. Drafts have strong tags; a weak one matches none. */
final class EntityTags {

    private static final Pattern TAG = Pattern.compile("(W/)?\"([^\"]*)\"");
    private static final Pattern LIST =
            Pattern.compile("\\s*" + TAG.pattern() + "(\\s*,\\s*" + TAG.pattern() + ")*\\s*");

    private EntityTags() {}

    /** What may be replaced; 428 when nothing is said. */
    static Expected expected(HttpHeaders headers) {
        var value = String.join(",", headers.getOrDefault(HttpHeaders.IF_MATCH, List.of()))
                .strip();
        if (value.isEmpty()) {
            throw Problems.problem(
                    "precondition-required",
                    "Precondition required",
                    428,
                    "If-Match is required: the ETag of the draft that was changed, or * for whatever is there",
                    List.of());
        }
        if (value.equals("*")) {
            return new Expected.Anything();
        }
        if (!LIST.matcher(value).matches()) {
            throw Problems.invalid("If-Match", "etag", "If-Match is an ETag in double quotes, or *");
        }
        return new Expected.OneOf(TAG.matcher(value)
                .results()
                .filter(tag -> tag.group(1) == null)
                .map((MatchResult tag) -> tag.group(2))
                .collect(Collectors.toSet()));
    }
}
