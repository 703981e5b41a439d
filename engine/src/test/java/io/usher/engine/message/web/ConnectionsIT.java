package io.usher.engine.message.web;

import static io.usher.engine.testing.LiveWorkflow.EACH_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.testing.Api.Answer;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.Line;
import io.usher.engine.testing.LiveWorkflow;
import io.usher.engine.testing.TestMail;
import io.usher.engine.testing.TestWorkspace;
import io.usher.engine.testing.TestWorkspaces;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

/** Connections and senders of a workspace, and that messages take them. */
@EngineIT
class ConnectionsIT {

    private static final String CONNECTIONS = "/settings/mail/connections";
    private static final String SENDERS = "/settings/mail/senders";
    private static final String SECRET = "never-to-be-read-again";

    @Autowired
    private TestWorkspaces workspaces;

    @Autowired
    private Mongo mongo;

    private TestWorkspace workspace;

    @BeforeEach
    void workspace() {
        workspace = workspaces.create();
    }

    @Test
    void shouldBeginWithTheOneOfTheEnvironmentWhichIsNotChangedHere() {
        var listed = workspace.reading().items(CONNECTIONS);
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).path("ofEnvironment").asBoolean()).isTrue();
        assertThat(listed.get(0).path("id").asString()).isEqualTo("environment");

        send("PATCH", CONNECTIONS + "/environment", Map.of("name", "Mine"), "*").expect(409);
        send("DELETE", CONNECTIONS + "/environment", null, "*").expect(409);
        var tested = workspace.api().post(CONNECTIONS + "/environment/test", null);
        assertThat(tested.path("well").asBoolean()).as(tested.toString()).isTrue();
    }

    @Test
    void shouldKeepASecretThatNobodyReadsAgain() {
        // when
        var made = create(Map.of("user", "eva", "encryption", "off")).expect(201);

        // then
        var id = made.body().path("id").asString();
        assertThat(made.text()).doesNotContain(SECRET);
        assertThat(made.body().at("/secrets/0").asString()).isEqualTo("password");
        assertThat(workspace.reading().send("GET", CONNECTIONS + "/" + id, null).text())
                .doesNotContain(SECRET);
        var stored = Async.value(Mono.from(
                mongo.collection("connections").find(Filters.eq("_id", id)).first()));
        assertThat(stored.toJson()).doesNotContain(SECRET);

        // and: another change leaves it, null takes it away
        var renamed = send("PATCH", CONNECTIONS + "/" + id, Map.of("name", "Other"), made.header("ETag"))
                .expect(200);
        assertThat(renamed.body().at("/secrets/0").asString()).isEqualTo("password");
        // and: it goes to no other server than the one that it was entered for
        var elsewhere = send(
                        "PATCH",
                        CONNECTIONS + "/" + id,
                        Map.of("settings", Map.of("host", "evil.usher.test")),
                        renamed.header("ETag"))
                .expect(400);
        assertThat(elsewhere.body().at("/errors/0/field").asString()).isEqualTo("secrets.password");
        var without = new HashMap<String, Object>();
        without.put("password", null);
        var gone = send("PATCH", CONNECTIONS + "/" + id, Map.of("secrets", without), renamed.header("ETag"))
                .expect(200);
        assertThat(gone.body().path("secrets")).isEmpty();
        assertThat(gone.body().at("/settings/user").asString()).isEqualTo("eva");
    }

    @Test
    void shouldNameEachFieldThatIsWrong() {
        var refused = workspace
                .api()
                .send(
                        "POST",
                        CONNECTIONS,
                        Map.of(
                                "kind",
                                "smtp",
                                "name",
                                "Mail",
                                "settings",
                                Map.of("port", 0, "colour", "red"),
                                "secrets",
                                Map.of("token", "x")))
                .expect(400);
        assertThat(refused.body().path("errors"))
                .extracting(error -> error.path("field").asString())
                .containsExactlyInAnyOrder("settings.colour", "secrets.token", "settings.host", "settings.port");
        var unknown = workspace
                .api()
                .send("POST", CONNECTIONS, Map.of("kind", "pigeon", "name", "P"))
                .expect(400);
        assertThat(unknown.body().at("/errors/0/field").asString()).isEqualTo("kind");
        workspace
                .api()
                .send("POST", CONNECTIONS, Map.of("kind", "smtp", "settings", "x"))
                .expect(400);
        workspace
                .api()
                .send("POST", SENDERS, Map.of("connection", "nowhere", "address", "a@usher.se"))
                .expect(400);
        workspace
                .api()
                .send("POST", SENDERS, Map.of("connection", "environment", "address", "nobody"))
                .expect(400);
    }

    @Test
    void shouldChangeOnlyWhatWasLookedAt() {
        var made = create(Map.of()).expect(201);
        var path = CONNECTIONS + "/" + made.body().path("id").asString();
        send("PATCH", path, Map.of("name", "Second"), made.header("ETag")).expect(200);

        workspace.api().send("PATCH", path, Map.of("name", "Third")).expect(428);
        var stale = send("PATCH", path, Map.of("name", "Third"), made.header("ETag"))
                .expect(412);
        assertThat(stale.body().path("changedBy").asString()).isNotBlank();
        send("DELETE", path, null, made.header("ETag")).expect(412);
        send("DELETE", path, null, stale.header("ETag")).expect(204);
        workspace.reading().send("GET", path, null).expect(404);
        workspaces.create().api().send("GET", path, null).expect(404);
        workspace.reading().send("POST", CONNECTIONS, Map.of()).expect(403);
    }

    @Test
    void shouldSendByTheConnectionOfTheSenderThatTheWorkspaceHas() {
        // given
        var connection = create(Map.of()).expect(201).body().path("id").asString();
        var sender = workspace
                .api()
                .post(SENDERS, Map.of("connection", connection, "address", "opera@usher.example.com", "name", "Opera"));
        send("DELETE", CONNECTIONS + "/" + connection, null, "*").expect(409);
        assertThat(workspace.api().get("/channels").at("/items/0/sender").asString())
                .isEqualTo("Opera <opera@usher.example.com>");
        var address = "eva@" + workspace.id() + ".example.com";
        var workflow = LiveWorkflow.activated(
                workspace.api(), Line.start().send("Hello", "Hello").exit(), EACH_TIME, null);

        // when
        workflow.begin(address);

        // then
        workflow.awaitMessages("handed-over");
        assertThat(TestMail.to(address)).hasSize(1);
        assertThat(TestMail.to(address).getFirst().toString()).isNotBlank();

        // and: what is switched off is not taken; the environment's goes on
        send("PATCH", CONNECTIONS + "/" + connection, Map.of("enabled", false), "*")
                .expect(200);
        assertThat(workspace.api().get("/channels").at("/items/0/sender").asString())
                .isEqualTo("tickets@example.com");
        send("DELETE", SENDERS + "/" + sender.path("id").asString(), null, "*").expect(204);
        send("DELETE", CONNECTIONS + "/" + connection, null, "*").expect(204);
    }

    @Test
    void shouldSayWhatTheServerAnswers() {
        var made = create(Map.of()).expect(201);
        var path = CONNECTIONS + "/" + made.body().path("id").asString();

        assertThat(workspace.api().post(path + "/test", null).path("well").asBoolean())
                .isTrue();
        send("PATCH", path, Map.of("settings", Map.of("port", 1)), "*").expect(200);
        var refused = workspace.api().post(path + "/test", null);

        assertThat(refused.path("well").asBoolean()).isFalse();
        assertThat(refused.path("words").asString()).startsWith("No connection to 127.0.0.1:1");
        assertThat(workspace.reading().get(path).at("/answered/words")).isEqualTo(refused.path("words"));
    }

    /** To the run's mail catcher. */
    private Answer create(Map<String, Object> others) {
        var mail = URI.create(TestMail.smtpUrl());
        var settings = new HashMap<String, Object>(others);
        settings.put("host", mail.getHost());
        settings.put("port", mail.getPort());
        var body = new HashMap<String, Object>(
                Map.of("kind", "smtp", "name", "Mail", "settings", settings, "catcher", true));
        if (others.containsKey("user")) {
            body.put("secrets", Map.of("password", SECRET));
        }
        return workspace.api().send("POST", CONNECTIONS, body);
    }

    private Answer send(String method, String path, @Nullable Object body, String ifMatch) {
        return workspace.api().send(method, path, "application/json", body, "If-Match", ifMatch);
    }
}
