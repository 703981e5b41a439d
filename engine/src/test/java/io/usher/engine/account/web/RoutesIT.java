package io.usher.engine.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.account.Needs;
import io.usher.engine.account.Right;
import io.usher.engine.testing.Api;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.TestWorkspaces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.handler.AbstractUrlHandlerMapping;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** {@code routes.txt} has a line for each route: a new one, or another right, is a line that somebody reads. */
@EngineIT
class RoutesIT {

    @Autowired
    private TestWorkspaces workspaces;

    @Autowired
    private List<RequestMappingInfoHandlerMapping> mappings;

    @Autowired
    private List<AbstractUrlHandlerMapping> files;

    @Test
    void shouldHaveTheRightOfEachRouteInTheTable() throws IOException {
        // when
        var lines = new TreeSet<String>();
        mappings.forEach(
                mapping -> mapping.getHandlerMethods().forEach((info, handler) -> lines.addAll(lines(info, handler))));
        files.forEach(mapping -> mapping.getHandlerMap()
                .keySet()
                .forEach(pattern ->
                        lines.add(line("GET", pattern.getPatternString(), file(pattern.getPatternString())))));

        // then
        assertThat(String.join("\n", lines)).isEqualTo(table());
    }

    @Test
    void shouldUseEachRight() {
        var used = EnumSet.noneOf(Right.class);
        mappings.forEach(mapping -> mapping.getHandlerMethods().values().stream()
                .map(handler -> handler.getMethodAnnotation(Needs.class))
                .filter(needs -> needs != null)
                .forEach(needs -> used.add(needs.value())));
        used.add(Right.METRICS_READ); // of Spring's own handler, asked in AccessRules
        assertThat(used).containsExactlyInAnyOrder(Right.values());
    }

    @Test
    void shouldAskAHeadForWhatItsGetNeedsAndAnOptionsForAManagingCaller() {
        // given
        var workspace = workspaces.create();
        var wrong = new ArrayList<String>();
        var callers = Map.of("s", workspace.sending(), "r", workspace.reading(), "m", workspace.api());
        var statuses = Map.of(
                "HEAD /orders/x", Map.of("s", 403, "r", 404, "m", 404),
                "HEAD /workflows", Map.of("s", 403, "r", 200, "m", 200),
                "HEAD /api-keys", Map.of("s", 403, "r", 403, "m", 403),
                "OPTIONS /workflows", Map.of("s", 403, "r", 403, "m", 200),
                "OPTIONS /api-keys", Map.of("s", 403, "r", 403, "m", 403));

        // when
        statuses.forEach((call, expected) -> callers.forEach((name, api) -> {
            int status = status(api, call);
            if (status != expected.get(name)) {
                wrong.add(call + " by " + name + " gave " + status);
            }
        }));

        // then
        assertThat(wrong).isEmpty();
    }

    @Test
    void shouldNameTheMissingRightAndWhoHasIt() {
        var workspace = workspaces.create();
        assertThat(refusal(workspace.reading(), "POST", "/workflows/x/activate"))
                .isEqualTo(
                        "This call needs the right workflow.activate, which keys with scope manage and signed-in people"
                                + " have");
        assertThat(refusal(workspace.reading(), "POST", "/event"))
                .isEqualTo(
                        "This call needs the right event.send, which keys with scope send, keys with scope manage and"
                                + " signed-in people have");
        assertThat(refusal(workspace.api(), "POST", "/api-keys"))
                .isEqualTo("This call needs the right key.manage, which only signed-in people have");
    }

    @Test
    void shouldAskForTheRightAlsoWhereTheBodyIsOfAnotherType() {
        var workspace = workspaces.create();
        workspace.reading().send("POST", "/event", "application/xml", "<a/>").expect(403);
        workspace.sending().send("POST", "/event", "application/xml", "<a/>").expect(415);
    }

    @Test
    void shouldSayTheRightOfEachCallInItsDescription() {
        var paths =
                workspaces.anonymous().send("GET", "/v3/api-docs", null).body().path("paths");
        assertThat(paths.path("/api/v1/workflows/{id}/activate")
                        .path("post")
                        .path("x-right")
                        .asString())
                .isEqualTo("workflow.activate");
        assertThat(paths.path("/api/v1/sessions").path("post").has("x-right")).isFalse();
    }

    @Test
    void shouldTellTheCallersRights() {
        var rights = workspaces.create().reading().get("/me").path("rights").toString();
        assertThat(rights).contains("\"contact.read\"").doesNotContain("contact.edit", "key.read", "event.send");
    }

    private static String refusal(Api api, String method, String path) {
        var answer = api.send(method, path, "{}").expect(403);
        assertThat(answer.body().path("type").asString()).isEqualTo("urn:usher:problem:not-allowed");
        return answer.body().path("detail").asString();
    }

    private static int status(Api api, String call) {
        int space = call.indexOf(' ');
        return api.send(call.substring(0, space), call.substring(space + 1), null)
                .status();
    }

    private static List<String> lines(RequestMappingInfo info, HandlerMethod handler) {
        var needs = handler.getMethodAnnotation(Needs.class);
        var methods = info.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .sorted()
                .toList();
        return info.getPatternsCondition().getPatterns().stream()
                .map(PathPattern::getPatternString)
                .flatMap(pattern -> (methods.isEmpty() ? List.of("any") : methods)
                        .stream()
                                .map(method ->
                                        line(method, pattern, needs == null ? open(pattern) : held(needs.value()))))
                .toList();
    }

    private static String line(String method, String pattern, String right) {
        var path = pattern.replaceAll("\\d+\\.\\d+\\.\\d+", "{version}");
        return "%-7s %-55s %s".formatted(method, path, right);
    }

    private static String held(Right right) {
        return right.key() + " " + ScopeNames.of(right.scopes());
    }

    private static String file(String pattern) {
        return AccessRules.openRoute(null, pattern) ? "open" : "signed in";
    }

    private static String open(String pattern) {
        if (AccessRules.guardedHere(pattern)) {
            return held(Right.METRICS_READ);
        }
        return pattern.startsWith("/actuator/clock") ? "open to this machine" : "open";
    }

    private static String table() throws IOException {
        try (var stream = RoutesIT.class.getResourceAsStream("routes.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
