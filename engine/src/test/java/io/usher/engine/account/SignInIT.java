package io.usher.engine.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.usher.engine.testing.Api;
import io.usher.engine.testing.Api.Answer;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.TestServers;
import io.usher.engine.testing.TestTime;
import io.usher.engine.testing.TestWorkspaces;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import tools.jackson.databind.JsonNode;

/** Who is let in and for how long, when some of those who knock are not who they say. */
@EngineIT
class SignInIT {

    private static final String FIRST = "the first password";
    private static final String SECOND = "quite another password";
    private static final String OWNER = "203.0.113.5";

    @Autowired
    private TestWorkspaces workspaces;

    private final MongoClient mongo = MongoClients.create(TestServers.mongodbUri());

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void shouldLetTheOwnersDeviceInAtOnceAfterHundredsOfTriesFromElsewhere() {
        // given
        var name = workspaces.user(workspaces.create(), FIRST);
        var device = fromDesigner(name, FIRST, OWNER, null)
                .expect(200)
                .body()
                .path("device")
                .asString();

        // when
        int looked = 0;
        for (int i = 0; i < 200; i++) {
            looked += fromDesigner(name, "guess " + i, "198.51.100." + i % 250, null)
                                    .status()
                            == 401
                    ? 1
                    : 0;
        }

        // then
        assertThat(looked).isBetween(5, 8);
        fromDesigner(name, FIRST, OWNER, null).expect(429);
        var again = fromDesigner(name, FIRST, OWNER, device).expect(200).body();
        assertThat(again.path("device").asString()).isEqualTo(device);
    }

    @Test
    void shouldBelieveNobodyButTheDesignerAboutAddressAndDevice() {
        // given
        var name = workspaces.user(workspaces.create(), FIRST);
        var device =
                fromDesigner(name, FIRST, OWNER, null).body().path("device").asString();
        var wrong = signIn(name, "no, not this one", "192.0.2.7", null);
        for (int i = 0; i < 5; i++) {
            for (var key : List.of("", "x" + TestServers.DESIGNER_KEY)) {
                workspaces
                        .anonymous()
                        .send("POST", "/sessions", "application/json", wrong, "X-Usher-Designer-Key", key);
            }
        }

        // then: a device is one in the designer's hands alone
        workspaces
                .anonymous()
                .send("POST", "/sessions", signIn(name, FIRST, OWNER, device))
                .expect(429);
        fromDesigner(name, FIRST, OWNER, device).expect(200);

        // and nothing of it stands as a fact in the log
        var addresses = log(fromDesigner(name, FIRST, OWNER, device)).stream()
                .map(entry -> entry.path("address").asString())
                .toList();
        assertThat(addresses).contains(OWNER, "127.0.0.1").doesNotContain("192.0.2.7");
    }

    @Test
    void shouldGiveNoDeviceToWhoCannotKeepIt() {
        var name = workspaces.user(workspaces.create(), FIRST);
        var answer = workspaces.anonymous().post("/sessions", Map.of("user", name, "password", FIRST));
        assertThat(answer.path("device").isNull()).isTrue();
    }

    @Test
    void shouldRefuseAnAddressThatIsNone() {
        var refused = fromDesigner("anybody", FIRST, "example.com", null).expect(400);
        assertThat(refused.body().path("errors").path(0).path("field").asString())
                .isEqualTo("client.address");
    }

    @Test
    void shouldAnswerANameThatNobodyHasAsAWrongPassword() {
        var name = workspaces.user(workspaces.create(), FIRST);
        for (int i = 0; i < 7; i++) {
            var known = fromDesigner(name, "wrong", "192.0.2.31", null);
            var unknown = fromDesigner("nobody-" + name, "wrong", "192.0.2.32", null);
            assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(i < 5 ? 401 : 429);
            assertThat(unknown.body().path("type")).isEqualTo(known.body().path("type"));
        }
    }

    @Test
    void shouldForgetOtherDevicesAndEndOtherSessionsWithANewPassword() {
        // given
        var name = workspaces.user(workspaces.create(), FIRST);
        var here = fromDesigner(name, FIRST, OWNER, null).body();
        var there = fromDesigner(name, FIRST, "198.51.100.9", null).body();

        // when
        api(here)
                .send("PUT", "/me/password", Map.of("current", FIRST, "new", SECOND))
                .expect(204);

        // then
        api(here).get("/me");
        api(there).send("GET", "/me", null).expect(401);
        for (int i = 0; i < 6; i++) {
            fromDesigner(name, "wrong", "198.51.100.9", null);
        }
        fromDesigner(name, SECOND, OWNER, there.path("device").asString()).expect(429);
        fromDesigner(name, SECOND, OWNER, here.path("device").asString()).expect(200);
    }

    @Test
    void shouldNotLetASessionLiveOnThatBeganWithTheOldPasswordMeanwhile() {
        // given: a session that the deletion at the change of password did not see
        var name = workspaces.user(workspaces.create(), FIRST);
        var here = fromDesigner(name, FIRST, OWNER, null).body();
        var late = fromDesigner(name, FIRST, "198.51.100.9", null).body();
        var kept = Objects.requireNonNull(sessions().find(ofUser(name)).into(new ArrayList<>()));

        // when
        api(here)
                .send("PUT", "/me/password", Map.of("current", FIRST, "new", SECOND))
                .expect(204);
        kept.stream()
                .filter(session -> sessions()
                                .find(Filters.eq("_id", session.getString("_id")))
                                .first()
                        == null)
                .forEach(sessions()::insertOne);

        // then
        api(late).send("GET", "/me", null).expect(401);
        api(here).get("/me");
    }

    @Test
    void shouldAskForThePasswordAgainHalfAnHourAfterItWasTyped() {
        // given
        var name = workspaces.user(workspaces.create(), FIRST);
        var person = ready(name);
        person.post("/api-keys", Map.of("name", "Shop", "scopes", List.of("send")));
        sessions().updateMany(ofUser(name), Updates.set("confirmedAt", Date.from(minutesAgo(31))));

        // then: reading goes on, making does not
        assertThat(person.get("/api-keys").path("items").size()).isEqualTo(4);
        for (var call : List.of(
                "POST /api-keys",
                "DELETE /api-keys/x",
                "POST /users",
                "PUT /secrets/x",
                "POST /settings/mail/connections",
                "PATCH /settings/mail/connections/x",
                "POST /settings/mail/connections/x/test",
                "DELETE /settings/mail/connections/x",
                "POST /exports/contacts",
                "GET /jobs/x/result")) {
            var refused = person.send(call.split(" ")[0], call.split(" ")[1], call.startsWith("P") ? Map.of() : null)
                    .expect(403);
            assertThat(refused.body().path("type").asString()).isEqualTo("urn:usher:problem:confirm-password");
        }
        var wrong = person.send("POST", "/me/confirm", Map.of("password", "no, not this one"))
                .expect(400);
        assertThat(wrong.body().path("errors").path(0).path("field").asString()).isEqualTo("password");

        // when
        person.send("POST", "/me/confirm", Map.of("password", SECOND)).expect(204);

        // then
        person.post("/api-keys", Map.of("name", "Shop again", "scopes", List.of("send")));
    }

    @Test
    void shouldLimitHowOftenThePasswordIsTypedInASessionThatSomebodyLeft() {
        var person = ready(workspaces.user(workspaces.create(), FIRST));
        for (int i = 0; i < 5; i++) {
            person.send("POST", "/me/confirm", Map.of("password", "guess number " + i))
                    .expect(400);
        }
        var refused =
                person.send("POST", "/me/confirm", Map.of("password", SECOND)).expect(429);
        assertThat(refused.header("Retry-After")).isNotEmpty();
        person.get("/me");
    }

    @Test
    void shouldKeepUsersSessionsAndKeysOfTheVersionBefore() {
        // given: documents without what came later, and a hash of then
        var workspace = workspaces.create();
        var name = workspaces.user(workspace, FIRST);
        var person = api(fromDesigner(name, FIRST, OWNER, null).body());
        var old = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(FIRST);
        users().updateOne(
                        Filters.eq("name", name),
                        Updates.combine(Updates.set("passwordHash", old), Updates.unset("passwordVersion")));
        sessions()
                .updateMany(
                        ofUser(name),
                        Updates.combine(
                                Updates.unset("passwordVersion"),
                                Updates.unset("confirmedAt"),
                                Updates.unset("device")));
        var keyId = workspace.readKey().split("_")[1];
        collection("api_keys")
                .updateOne(
                        Filters.eq("_id", keyId),
                        Updates.combine(Updates.unset("expiresAt"), Updates.unset("lastUsedAt")));

        // then
        person.get("/me");
        workspace.reading().get("/me");
        fromDesigner(name, FIRST, "198.51.100.77", null).expect(200);
        assertThat(hash(name)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        fromDesigner(name, FIRST, "198.51.100.77", null).expect(200);
        person.send("PUT", "/me/password", Map.of("current", FIRST, "new", SECOND))
                .expect(204);
        person.get("/me");
    }

    @Test
    void shouldKeepALogOfWhoGotInAndWhoDidNotWithoutSecrets() {
        // given
        var name = workspaces.user(workspaces.create(), FIRST);
        var device =
                fromDesigner(name, FIRST, OWNER, null).body().path("device").asString();
        for (int i = 0; i < 8; i++) {
            fromDesigner(name, "a wrong password", "198.51.100.3", null);
        }
        var person = api(fromDesigner(name, FIRST, OWNER, device).expect(200).body());
        person.send("PUT", "/me/password", Map.of("current", FIRST, "new", SECOND))
                .expect(204);
        var key = person.post("/api-keys", Map.of("name", "Shop", "scopes", List.of("send")));
        person.delete("/api-keys/" + key.path("id").asString());

        // when
        var log = person.get("/security-log?limit=200");

        // then: newest first
        var entries = new ArrayList<String>();
        log.path("items")
                .forEach(entry -> entries.add(entry.path("what").asString() + " "
                        + entry.path("about").asString("") + " "
                        + entry.path("outcome").asString()));
        assertThat(entries)
                .containsExactly(
                        "api-key-revoked Shop done",
                        "api-key-made Shop done",
                        "password-change  done",
                        "sign-in  done",
                        "sign-in  too-many-tries",
                        "sign-in  wrong-password",
                        "sign-in  wrong-password",
                        "sign-in  wrong-password",
                        "sign-in  wrong-password",
                        "sign-in  wrong-password",
                        "sign-in  done");
        var refused = log.path("items").path(9);
        assertThat(refused.path("who").path("name").asString()).isEqualTo(name);
        assertThat(refused.path("address").asString()).isEqualTo("198.51.100.3");
        assertThat(log.toString())
                .doesNotContain(
                        FIRST,
                        SECOND,
                        "a wrong password",
                        device,
                        key.path("key").asString());

        // and by pages
        var first = person.get("/security-log?limit=7");
        var rest =
                person.get("/security-log?limit=7&cursor=" + first.path("next").asString());
        assertThat(first.path("items").size()).isEqualTo(7);
        assertThat(rest.path("items").size()).isEqualTo(4);
        assertThat(rest.path("next").isNull()).isTrue();
    }

    @Test
    void shouldRefuseAKeyThatHasExpiredAndSayWhenEachWasUsed() {
        // given
        var person = ready(workspaces.user(workspaces.create(), FIRST));
        var now = Instant.parse(person.get("/actuator/clock").path("time").asString());
        var made = person.send(
                        "POST",
                        "/api-keys",
                        Map.of(
                                "name",
                                "Shop",
                                "scopes",
                                List.of("read"),
                                "expiresAt",
                                now.plusSeconds(3_600).toString()))
                .expect(201)
                .body();
        var shop = new Api(workspaces.baseUrl(), made.path("key").asString());

        // when
        shop.get("/me");

        // then
        var listed = person.get("/api-keys").path("items").path(0);
        assertThat(listed.path("expiresAt")).isEqualTo(made.path("expiresAt"));
        assertThat(Instant.parse(listed.path("lastUsedAt").asString())).isBetween(now, now.plusSeconds(600));
        assertThat(person.get("/api-keys")
                        .path("items")
                        .path(1)
                        .path("expiresAt")
                        .isNull())
                .isTrue();

        // when
        TestTime.add(workspaces.anonymous(), Duration.ofMinutes(61));

        // then: at once, although it is kept in memory for 30 seconds
        var refused = shop.send("GET", "/me", null).expect(401);
        assertThat(refused.body().path("type").asString()).isEqualTo("urn:usher:problem:key-expired");
        assertThat(refused.body().path("detail").asString()).contains("expired");
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void shouldRefuseAnExpiryThatIsPastOrNoTime() {
        var person = ready(workspaces.user(workspaces.create(), FIRST));
        for (var wrong : List.of(
                "2020-01-01T00:00:00Z",
                "tomorrow",
                "+1000000000-01-01T00:00:00Z",
                "9999-01-01T00:00:00Z",
                "2040-01-01")) {
            var refused = person.send(
                            "POST", "/api-keys", Map.of("name", "Shop", "scopes", List.of("read"), "expiresAt", wrong))
                    .expect(400);
            assertThat(refused.body().path("errors").path(0).path("field").asString())
                    .isEqualTo("expiresAt");
        }
    }

    private Api ready(String name) {
        workspaces
                .anonymous()
                .session(name, FIRST)
                .send("PUT", "/me/password", Map.of("current", FIRST, "new", SECOND))
                .expect(204);
        return workspaces.anonymous().session(name, SECOND);
    }

    private Answer fromDesigner(String name, String password, String address, @Nullable String device) {
        return workspaces
                .anonymous()
                .send(
                        "POST",
                        "/sessions",
                        "application/json",
                        signIn(name, password, address, device),
                        "X-Usher-Designer-Key",
                        TestServers.DESIGNER_KEY);
    }

    private static Map<String, Object> signIn(String name, String password, String address, @Nullable String device) {
        var client = device == null ? Map.of("address", address) : Map.of("address", address, "device", device);
        return Map.of("user", name, "password", password, "client", client);
    }

    private List<JsonNode> log(Answer session) {
        var entries = new ArrayList<JsonNode>();
        var person = api(session.body());
        person.send("PUT", "/me/password", Map.of("current", FIRST, "new", SECOND))
                .expect(204);
        person.get("/security-log").path("items").forEach(entries::add);
        return entries;
    }

    private Api api(JsonNode session) {
        return new Api(workspaces.baseUrl(), session.path("token").asString());
    }

    private String userId(String name) {
        return Objects.requireNonNull(users().find(Filters.eq("name", name)).first())
                .getString("_id");
    }

    private String hash(String name) {
        return Objects.requireNonNull(users().find(Filters.eq("name", name)).first())
                .getString("passwordHash");
    }

    private Bson ofUser(String name) {
        return Filters.eq("user", userId(name));
    }

    private MongoCollection<Document> users() {
        return collection("users");
    }

    private MongoCollection<Document> sessions() {
        return collection("sessions");
    }

    private MongoCollection<Document> collection(String name) {
        return mongo.getDatabase(TestServers.database()).getCollection(name);
    }

    private static Instant minutesAgo(int minutes) {
        return Instant.now().minus(Duration.ofMinutes(minutes));
    }
}
