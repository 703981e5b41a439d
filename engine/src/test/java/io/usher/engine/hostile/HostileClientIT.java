package io.usher.engine.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.testing.Api;
import io.usher.engine.testing.Api.Answer;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.TestWorkspaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Tries every call of the API's own description with paths, queries and bodies that no honest client sends. */
@EngineIT
class HostileClientIT {

    private static final String LONG = "%C3%A4".repeat(300);
    private static final List<String> PATHS = List.of(
            "none",
            "%00",
            "..%2F..%2Fevents",
            "%2e%2e%2fevents",
            "%252e",
            "a%2Fb",
            "a%3Bb=c",
            ";x=y",
            "%25",
            "%",
            "%E2%82",
            "%20",
            "'%22%3Cscript%3E",
            "%F0%9F%8E%AB",
            LONG,
            "-1",
            "null",
            "%7B%7D",
            "%5C",
            "$where",
            "a.b.c",
            "%FF%FE");
    private static final List<String> QUERIES = List.of(
            "",
            "%00",
            "-1",
            "99999999999999999999",
            "%2B1000000000-01-01T00:00:00Z",
            "-999999999-01-01T00:00:00Z",
            "null",
            "%5B%5D",
            "%7B%22a%22%3A1%7D",
            "W10",
            "WyJhIiwiYiJd",
            "WyItOTk5OTk5OTk5LTAxLTAxVDAwOjAwOjAwWiIsIngiXQ",
            "a%2Cb%2C",
            LONG,
            "$ne",
            "%FF",
            "NaN",
            ".*%28a%2B%29%2B%24",
            "%F0%9F%8E%AB");
    private static final Set<String> SUBMITS = Set.of("post", "put", "patch", "delete");

    @Autowired
    private TestWorkspaces workspaces;

    @Test
    void shouldAnswerEveryCallWithAProblemAtTheWorst() {
        var api = workspaces.create().api();
        var softly = new SoftAssertions();
        var tried = new ArrayList<String>();
        for (var path : api.get("/v3/api-docs").path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                attack(api, softly, method.getKey(), path.getKey(), method.getValue());
                tried.add(method.getKey() + " " + path.getKey());
            }
        }
        assertThat(tried).hasSizeGreaterThan(50);
        softly.assertAll();
    }

    private static void attack(Api api, SoftAssertions softly, String method, String path, JsonNode call) {
        var address = path.substring("/api/v1".length());
        for (String text : address.contains("{") ? PATHS : List.of("x")) {
            check(api, softly, method, address.replaceAll("[{][^}]+[}]", Matcher.quoteReplacement(text)), null);
        }
        var plain = address.replaceAll("[{][^}]+[}]", "none");
        for (JsonNode parameter : call.path("parameters")) {
            if (parameter.path("in").asString().equals("query")) {
                var name = parameter.path("name").asString();
                QUERIES.forEach(text -> check(api, softly, method, plain + "?" + name + "=" + text, null));
                check(api, softly, method, plain + "?" + name + "=a&" + name + "=b", null);
            }
        }
        if (SUBMITS.contains(method)) {
            for (String body : HostileBodies.of(path)) {
                check(api, softly, method, plain, body);
            }
        }
    }

    private static void check(Api api, SoftAssertions softly, String method, String path, @Nullable String body) {
        var name = method + " " + (path.length() > 150 ? path.substring(0, 150) + ".." : path)
                + (body == null ? "" : " " + (body.length() > 150 ? body.substring(0, 150) + ".." : body));
        Answer answer;
        try {
            answer = api.send(method.toUpperCase(Locale.ROOT), path, body);
        } catch (IllegalArgumentException notAUri) {
            return;
        } catch (AssertionError | RuntimeException e) {
            softly.fail(name + ": " + e.getMessage());
            return;
        }
        softly.assertThat(answer.status()).as(name + ": " + answer.text()).isLessThan(500);
        if (answer.status() >= 400) {
            softly.assertThat(answer.header("Content-Type")).as(name).isEqualTo("application/problem+json");
            softly.assertThat(answer.body().path("type").asString()).as(name).startsWith("urn:usher:problem:");
            softly.assertThat(answer.text())
                    .as(name)
                    .doesNotContain("tools.jackson", "java.", "springframework", "Exception");
        }
        softly.assertThat(answer.text().length()).as(name).isLessThan(600_000);
    }
}
