package io.usher.engine.account.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.testing.Api;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.TestWorkspace;
import io.usher.engine.testing.TestWorkspaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;

@EngineIT
class AccessIT {

    /** Every mapped call that answers somebody without a credential. Adding a line here is a decision about safety. */
    private static final List<String> OPEN = List.of(
            "GET /actuator/clock",
            "GET /actuator/health",
            "GET /actuator/health/{*path}",
            "GET /swagger-ui.html",
            "GET /v3/api-docs",
            "GET /v3/api-docs.yaml",
            "GET /v3/api-docs/swagger-config",
            "POST /actuator/clock/add",
            "POST /api/v1/sessions");

    /** Call | scopes of the callers that may make it: s(end key), r(ead key), m(anage key), p(erson). */
    private static final String TABLE = """
            POST /event | smp
            POST /event/batch | smp
            POST /events | smp
            POST /orders | smp
            POST /orders/x/send-again | mp
            GET /orders/x | rmp
            GET /events | rmp
            GET /events/x | rmp
            GET /event-types | rmp
            POST /event-types | mp
            PUT /event-types/x | mp
            DELETE /event-types/x | mp
            GET /workflows | rmp
            GET /workflows/tags | rmp
            POST /workflows | mp
            PUT /workflows/x/draft | mp
            POST /workflows/x/activate | mp
            POST /workflows/x/validate | mp
            GET /blocks | rmp
            GET /journeys | rmp
            POST /journeys/x/stop | mp
            POST /contacts | mp
            GET /contacts/x | rmp
            PUT /contacts/x/consents/email | mp
            GET /segments | rmp
            DELETE /segments/x/members/y | mp
            GET /messages | rmp
            POST /messages/x/send | mp
            GET /channels | rmp
            GET /anything/new | rmp
            POST /anything/new | mp
            PATCH /anything/new | mp
            GET /me | rmp
            PUT /me/password | p
            POST /me/confirm | p
            GET /api-keys | p
            POST /api-keys | p
            DELETE /api-keys/x | p
            GET /users | p
            POST /users | p
            GET /users/x | p
            GET /audit | p
            GET /audit/x | p
            GET /security-log | p
            GET /%75sers | p
            GET /api%2Dkeys | p
            GET /orders/..%2F..%2Fusers | rmp
            GET /orders/%2E%2E%2Fapi-keys | rmp
            GET /orders/%252e%252e%252fapi-keys | rmp
            POST /event/%2E%2E%2Fapi-keys | mp
            POST /orders%2Fx | mp
            GET /events/a%3Bb | rmp
            DELETE /sessions/current | p
            """;

    @Autowired
    private TestWorkspaces workspaces;

    @Autowired
    private List<RequestMappingInfoHandlerMapping> mappings;

    @Test
    void shouldNeedACredentialForEveryMappedCallThatIsNotListedAsOpen() {
        // given
        var calls = new TreeSet<String>();
        mappings.forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(info -> calls.addAll(calls(info))));
        assertThat(calls).contains("GET /api/v1/me", "POST /api/v1/sessions", "GET /actuator/health");

        // when
        var open = calls.stream().filter(this::answersAnybody).toList();

        // then
        assertThat(open).isSubsetOf(OPEN);
        assertThat(open).contains("GET /actuator/health", "POST /api/v1/sessions", "GET /v3/api-docs");
    }

    @Test
    void shouldLetEachScopeDoWhatTheTableSaysAndNothingElse() {
        var workspace = workspaces.create();
        var callers = Map.of(
                "s", workspace.sending(), "r", workspace.reading(), "m", workspace.api(), "p", person(workspace));
        var wrong = new ArrayList<String>();
        TABLE.lines().forEach(line -> {
            var call = line.substring(0, line.indexOf(" | "));
            var allowed = line.substring(line.indexOf(" | ") + 3);
            callers.forEach((name, api) -> {
                int status = status(api, call.replace(" /", " /api/v1/"));
                boolean passed = status != 401 && status != 403;
                if (passed != allowed.contains(name) || status >= 500) {
                    wrong.add(call + " by " + name + " gave " + status);
                }
            });
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void shouldKeepNoSessionAndSetNoCookie() {
        var answer = workspaces.create().api().send("GET", "/me", null).expect(200);
        assertThat(answer.http().headers().map()).doesNotContainKey("set-cookie");
    }

    private Api person(TestWorkspace workspace) {
        var name = workspaces.user(workspace, "the first password");
        var api = workspaces.anonymous().session(name, "the first password");
        api.put("/me/password", Map.of("current", "the first password", "new", "the second password"));
        return api;
    }

    private boolean answersAnybody(String call) {
        int status = status(workspaces.anonymous(), call);
        return status != 401;
    }

    private static int status(Api api, String call) {
        int space = call.indexOf(' ');
        var method = call.substring(0, space);
        var path = call.substring(space + 1)
                .replace("/api/v1", "")
                .replace("/**", "/x")
                .replaceAll("\\{[^}]*}", "x");
        var body = method.equals("GET") || method.equals("DELETE") ? null : "{}";
        return api.send(method, path, body).status();
    }

    private static List<String> calls(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return info.getPatternsCondition().getPatterns().stream()
                .flatMap(pattern -> methods.isEmpty()
                        ? List.of("GET " + pattern.getPatternString()).stream()
                        : methods.stream().map(method -> method + " " + pattern.getPatternString()))
                .toList();
    }
}
