package io.usher.engine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.testing.Api.Answer;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.TestWorkspaces;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@EngineIT
class ProblemIT {

    @Autowired
    private TestWorkspaces workspaces;

    @Test
    void shouldAnswerAPathThatIsNotThereAsAProblem() {
        var problem = workspaces.create().api().send("GET", "/nothing/here", null);
        assertProblem(problem, 404, "not-found");
    }

    @Test
    void shouldNameTheMethodsThatArePossible() {
        var problem = workspaces.create().api().send("PATCH", "/blocks", "{}");
        assertProblem(problem, 405, "method-not-allowed");
        assertThat(problem.header("Allow")).contains("GET");
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-www-form-urlencoded,user=a&password=b",
        "text/plain,{}",
        "multipart/form-data;boundary=x,--x--",
        "nonsense,{}"
    })
    void shouldTakeNoBodyThatAFormCouldSend(String type, String body) {
        assertProblem(workspaces.anonymous().send("POST", "/sessions", type, body), 415, "unsupported-media-type");
    }

    @Test
    void shouldRefuseXmlWhereJsonIsExpected() {
        assertProblem(
                workspaces.anonymous().send("POST", "/sessions", "application/xml", "<a/>"),
                415,
                "unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"user":"a","password":"b","extra":1} | extra    | unknown
            {"user":["a"],"password":"b"}         | user     | type
            {"user":"a"                           | ''       | json
            {"user":"a","password":"b"} x         | ''       | json
            nonsense                              | ''       | json
            [1]                                   | ''       | type
            {"user":"a"}                          | password | required
            {"user":"","password":"b"}            | user     | required
            """)
    void shouldNameTheFieldOfABodyThatCannotBeRead(String body, String field, String rule) {
        var problem = workspaces.anonymous().send("POST", "/sessions", body);
        assertProblem(problem, 400, "invalid");
        var error = problem.body().path("errors").path(0);
        assertThat(error.path("field").asString()).isEqualTo(field);
        assertThat(error.path("rule").asString()).isEqualTo(rule);
    }

    @Test
    void shouldRefuseAMissingBody() {
        assertProblem(workspaces.anonymous().send("POST", "/sessions", null), 400, "invalid");
    }

    @Test
    void shouldRefuseATooLargeBody() {
        var body = "{\"user\":\"" + "a".repeat(9 * 1024 * 1024) + "\"}";
        assertProblem(workspaces.anonymous().send("POST", "/sessions", body), 413, "too-large");
    }

    @Test
    void shouldRefuseJsonNestedWithoutEnd() {
        var body = "{\"user\":" + "[".repeat(100_000);
        assertProblem(workspaces.anonymous().send("POST", "/sessions", body), 400, "invalid");
    }

    @Test
    void shouldNameAQueryParameterOfTheWrongKind() {
        var name = workspaces.user(workspaces.create(), "the first password");
        var session = workspaces.anonymous().session(name, "the first password");
        session.put("/me/password", Map.of("current", "the first password", "new", "the second password"));
        for (var query : List.of("limit=many", "limit=0", "limit=201", "cursor=broken")) {
            var problem = session.send("GET", "/api-keys?" + query, null);
            assertProblem(problem, 400, "invalid");
            assertThat(problem.body().path("errors").path(0).path("field").asString())
                    .isEqualTo(query.substring(0, query.indexOf('=')));
        }
    }

    @Test
    void shouldKeepTheConnectionUsableAfterABodyThatWasRefusedUnread() {
        var anonymous = workspaces.anonymous();
        for (int i = 0; i < 200; i++) {
            anonymous
                    .send("POST", "/events", "{\"padding\":\"" + "x".repeat(i * 100) + "\"}")
                    .expect(401);
        }
    }

    private static void assertProblem(Answer answer, int status, String code) {
        answer.expect(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body().path("type").asString()).isEqualTo("urn:usher:problem:" + code);
        assertThat(answer.body().path("status").asInt()).isEqualTo(status);
        assertThat(answer.body().path("title").asString()).isNotBlank();
        assertThat(answer.body().path("detail").asString()).isNotBlank();
        assertThat(answer.body().path("errors").isArray()).isTrue();
        assertThat(answer.body().path("requestId").asString()).hasSize(12);
        assertThat(answer.text()).doesNotContain("io.usher", "java.", "Exception", "jackson");
    }
}
