package io.usher.engine.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.testing.Api;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.TestServers;
import io.usher.engine.testing.TestWorkspaces;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineIT
class AccountIT {

    private static final String FIRST = "the first password";
    private static final String SECOND = "quite another password";

    @Autowired
    private TestWorkspaces workspaces;

    @Test
    void shouldMakeMainAndAdminAtFirstStart() {
        var session = workspaces
                .anonymous()
                .post("/sessions", Map.of("user", " Admin ", "password", TestServers.ADMIN_PASSWORD));
        assertThat(session.path("mustChangePassword").asBoolean()).isTrue();
        assertThat(session.path("user").path("name").asString()).isEqualTo("admin");
        assertThat(session.path("workspace").path("id").asString()).isEqualTo("main");
        assertThat(session.path("workspace").path("name").asString()).isEqualTo("Main");
    }

    @Test
    void shouldLetAFirstPasswordOnlyBeChanged() {
        // given
        var name = workspaces.user(workspaces.create(), FIRST);
        var person = signIn(name, FIRST);
        var elsewhere = signIn(name, FIRST);

        // then: nothing works but who am I
        assertThat(person.get("/me").path("mustChangePassword").asBoolean()).isTrue();
        var refused = person.send("GET", "/api-keys", null).expect(403);
        assertThat(refused.body().path("type").asString()).isEqualTo("urn:usher:problem:must-change-password");

        // when
        person.send("PUT", "/me/password", Map.of("current", FIRST, "new", SECOND))
                .expect(204);

        // then
        assertThat(person.get("/me").path("mustChangePassword").asBoolean()).isFalse();
        assertThat(person.get("/api-keys").path("items").size()).isEqualTo(3);
        elsewhere.send("GET", "/me", null).expect(401);
        workspaces
                .anonymous()
                .send("POST", "/sessions", Map.of("user", name, "password", FIRST))
                .expect(401);
        signIn(name, SECOND);
    }

    @Test
    void shouldRefuseANewPasswordThatIsShortOrTheOldOneOrWithAWrongCurrentOne() {
        var person = signIn(workspaces.user(workspaces.create(), FIRST), FIRST);
        for (var attempt : List.of(
                Map.of("current", FIRST, "new", "short"),
                Map.of("current", FIRST, "new", FIRST),
                Map.of("current", "wrong password", "new", SECOND),
                Map.of("current", FIRST))) {
            var refused = person.send("PUT", "/me/password", attempt).expect(400);
            var field = attempt.get("current").equals(FIRST) ? "new" : "current";
            assertThat(refused.body().path("errors").path(0).path("field").asString())
                    .isEqualTo(field);
        }
        assertThat(person.get("/me").path("mustChangePassword").asBoolean()).isTrue();
    }

    @Test
    void shouldEndASessionAtSignOut() {
        var person = signedIn();
        person.delete("/sessions/current");
        var refused = person.send("GET", "/me", null).expect(401);
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(refused.header("Set-Cookie")).isEmpty();
    }

    @Test
    void shouldDelayAfterFiveWrongTriesAndSayHowLong() {
        // given
        var name = workspaces.user(workspaces.create(), FIRST);
        var wrong = Map.of("user", name, "password", "no, not this one");
        for (int i = 0; i < 5; i++) {
            workspaces.anonymous().send("POST", "/sessions", wrong).expect(401);
        }
        // when: the right one comes too soon
        var refused = workspaces
                .anonymous()
                .send("POST", "/sessions", Map.of("user", name, "password", FIRST))
                .expect(429);

        // then
        assertThat(refused.body().path("type").asString()).isEqualTo("urn:usher:problem:too-many-tries");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 360);
        signIn(workspaces.user(workspaces.create(), FIRST), FIRST);
    }

    @Test
    void shouldMakeListAndRevokeKeys() {
        // given
        var person = signedIn();
        var created = person.send("POST", "/api-keys", Map.of("name", "Shop", "scopes", List.of("read")))
                .expect(201)
                .body();
        var text = created.path("key").asString();
        assertThat(text).matches("usher_[a-z0-9]{12}_[A-Za-z0-9_-]{43}");
        var withKey = new Api(workspaces.baseUrl(), text);

        // then
        assertThat(withKey.get("/me").path("name").asString()).isEqualTo("Shop");
        assertThat(withKey.get("/me").path("scopes").toString()).isEqualTo("[\"read\"]");
        var listed = person.get("/api-keys").path("items").path(0);
        assertThat(listed.path("name").asString()).isEqualTo("Shop");
        assertThat(listed.has("key")).isFalse();
        assertThat(person.get("/api-keys").toString()).doesNotContain(text.substring(text.length() - 43));

        // when
        person.delete("/api-keys/" + created.path("id").asString());

        // then
        withKey.send("GET", "/me", null).expect(401);
        person.send("DELETE", "/api-keys/" + created.path("id").asString(), null)
                .expect(404);
        assertThat(person.get("/api-keys").path("items").path(0).path("name").asString())
                .isNotEqualTo("Shop");
    }

    @Test
    void shouldPageKeysByCursor() {
        var person = signedIn();
        var first = person.get("/api-keys?limit=2");
        var second = person.get("/api-keys?limit=2&cursor=" + first.path("next").asString());
        assertThat(first.path("items").size()).isEqualTo(2);
        assertThat(second.path("items").size()).isEqualTo(1);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(first.path("items").toString())
                .doesNotContain(second.path("items").path(0).path("id").asString());
    }

    @Test
    void shouldTakeAKeyAsBasicPasswordWithAnyUserName() {
        var workspace = workspaces.create();
        for (var pair : List.of("site-17:" + workspace.readKey(), ":" + workspace.readKey())) {
            workspaces
                    .anonymous()
                    .send("GET", "/me", "application/json", null, "Authorization", basic(pair))
                    .expect(200);
        }
    }

    @Test
    void shouldRefuseCredentialsNobodyHas() {
        var workspace = workspaces.create();
        var name = workspaces.user(workspace, FIRST);
        var token = workspaces
                .anonymous()
                .post("/sessions", Map.of("user", name, "password", FIRST))
                .path("token")
                .asString();
        var forged = workspace.readKey().substring(0, workspace.readKey().length() - 4) + "AAAA";
        for (var header : List.of(
                "Bearer " + forged,
                "Bearer",
                "Bearer nonsense",
                "Basic %%%",
                basic("no-colon"),
                basic("x:" + token),
                basic(name + ":" + FIRST),
                "Digest x")) {
            var refused = workspaces
                    .anonymous()
                    .send("GET", "/me", "application/json", null, "Authorization", header)
                    .expect(401);
            assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
            assertThat(refused.body().path("type").asString()).isEqualTo("urn:usher:problem:unauthenticated");
        }
    }

    @Test
    void shouldNotLetKeysTouchKeys() {
        var workspace = workspaces.create();
        workspace.api().send("GET", "/api-keys", null).expect(403);
        workspace
                .api()
                .send("POST", "/api-keys", Map.of("name", "x", "scopes", List.of("read")))
                .expect(403);
        workspace.api().send("PUT", "/me/password", Map.of()).expect(403);
    }

    @Test
    void shouldNotSeeKeysOfAnotherWorkspace() {
        var person = signedIn();
        var stranger = signedIn();
        var id = person.get("/api-keys").path("items").path(0).path("id").asString();
        stranger.send("DELETE", "/api-keys/" + id, null).expect(404);
    }

    @Test
    void shouldKeepAPersonsNameAndAddress() {
        // given
        var person = signedIn();
        var before = person.send("GET", "/me", null).expect(200);
        assertThat(before.body().path("email").isNull()).isTrue();

        // when
        var named = patch(
                        person, before.header("ETag"), Map.of("fullName", " Ada Lovelace ", "email", "ada@example.com"))
                .expect(200);

        // then
        var me = person.send("GET", "/me", null).expect(200);
        assertThat(me.body().path("fullName").asString()).isEqualTo("Ada Lovelace");
        assertThat(me.body().path("email").asString()).isEqualTo("ada@example.com");
        assertThat(me.header("ETag")).isEqualTo(named.header("ETag")).isNotEqualTo(before.header("ETag"));

        // when: a merge patch changes what it names
        patch(person, "*", "{\"email\":null}").expect(200);

        // then
        assertThat(person.get("/me").path("fullName").asString()).isEqualTo("Ada Lovelace");
        assertThat(person.get("/me").path("email").isNull()).isTrue();
    }

    @Test
    void shouldChangeAnAccountOnlyAsItWasLookedAt() {
        var person = signedIn();
        var tag = person.send("GET", "/me", null).header("ETag");
        patch(person, tag, Map.of("fullName", "Ada")).expect(200);
        var stale = patch(person, tag, Map.of("fullName", "Bea")).expect(412);
        assertThat(stale.body().path("type").asString()).isEqualTo("urn:usher:problem:stale");
        assertThat(stale.header("ETag"))
                .isEqualTo(stale.body().path("etag").asString())
                .isEqualTo(person.send("GET", "/me", null).header("ETag"));
        person.send("PATCH", "/me", Map.of("fullName", "Bea")).expect(428);
        assertThat(person.get("/me").path("fullName").asString()).isEqualTo("Ada");
    }

    @Test
    void shouldRefuseABadAddressAndFieldsThatCannotBeChangedNamingEach() {
        var person = signedIn();
        for (var address :
                List.of("ada", "ada@", "@example.com", "ada@example", "ada b@example.com", "a@b@example.com")) {
            var refused = patch(person, "*", Map.of("email", address)).expect(400);
            assertThat(refused.body().path("errors").path(0).path("field").asString())
                    .as(address)
                    .isEqualTo("email");
        }
        var several = patch(person, "*", "{\"name\":\"root\",\"fullName\":7}").expect(400);
        assertThat(several.body().path("errors").findValuesAsString("field")).containsExactly("name", "fullName");
    }

    private static Api.Answer patch(Api person, String ifMatch, Object body) {
        return person.send("PATCH", "/me", "application/merge-patch+json", body, "If-Match", ifMatch);
    }

    private Api signedIn() {
        var name = workspaces.user(workspaces.create(), FIRST);
        signIn(name, FIRST)
                .send("PUT", "/me/password", Map.of("current", FIRST, "new", SECOND))
                .expect(204);
        return signIn(name, SECOND);
    }

    private Api signIn(String name, String password) {
        return workspaces.anonymous().session(name, password);
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
