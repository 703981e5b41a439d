package io.usher.engine.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.usher.engine.audience.Segments;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.crash.CrashPoints;
import io.usher.engine.shared.ContactId;
import io.usher.engine.testing.Api;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.Line;
import io.usher.engine.testing.TestWorkspace;
import io.usher.engine.testing.TestWorkspaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@EngineIT
class AuditIT {

    @Autowired
    private TestWorkspaces workspaces;

    @Autowired
    private CrashPoints crash;

    @Autowired
    private Segments segments;

    private TestWorkspace workspace;
    private Api key;
    private Api person;

    @BeforeEach
    void setUp() {
        workspace = workspaces.create();
        key = workspace.api();
        person = workspaces.person(workspace);
    }

    @AfterEach
    void clear() {
        crash.clear();
    }

    @Test
    void shouldSayWhoDidWhatToWhichThing() {
        // given
        var id = person.workflow("Welcome");

        // when
        key.put("/workflows/" + id, Map.of("name", "Welcome back", "tags", List.of()));

        // then
        var entries = entries("?kind=workflow&thing=" + id, 2);
        assertThat(texts(entries, "action")).containsExactly("workflow.renamed", "workflow.made");
        assertThat(entries.get(0).path("actor").path("kind").asString()).isEqualTo("key");
        assertThat(entries.get(0).path("actor").path("name").asString()).isEqualTo("MANAGE");
        assertThat(entries.get(1).path("actor").path("kind").asString()).isEqualTo("person");
        assertThat(entries.get(1).path("actor").path("name").asString())
                .isEqualTo(person.get("/me").path("name").asString());
        assertThat(entries.toString()).doesNotContain("Welcome");
    }

    @Test
    void shouldKeepEachStepOfAWorkflowsLifeWithItsArguments() {
        // given
        key.eventType("signup");
        var id = person.workflow("Welcome");
        key.triggers(
                id,
                Map.of(
                        "start",
                        List.of(Map.of("eventType", "signup", "reentry", Map.of("mode", "each"))),
                        "stop",
                        List.of()));
        person.draft(id, Line.start().exit());
        person.activate(id);

        // when
        person.post("/workflows/" + id + "/pause", Map.of("inside", "hold"));
        person.post("/workflows/" + id + "/resume", null);
        person.delete("/workflows/" + id);

        // then
        var entries = entries("?kind=workflow&thing=" + id, 6);
        assertThat(texts(entries, "action"))
                .containsExactly(
                        "workflow.archived",
                        "workflow.resumed",
                        "workflow.paused",
                        "workflow.activated",
                        "workflow.triggers-changed",
                        "workflow.made");
        assertThat(entries.get(2).path("arguments").path("inside").asString()).isEqualTo("hold");
        assertThat(entries.get(3).path("arguments").path("version").asString()).isEqualTo("1");
    }

    @Test
    void shouldKeepWhoMadeAndRevokedAKeyAndNothingOfTheKey() {
        // when
        var made = person.post("/api-keys", Map.of("name", "Shop", "scopes", List.of("send", "read")));
        var id = made.path("id").asString();
        person.delete("/api-keys/" + id);

        // then
        var entries = entries("?kind=api-key&thing=" + id, 2);
        assertThat(texts(entries, "action")).containsExactly("api-key.revoked", "api-key.made");
        assertThat(entries.get(1).path("arguments").path("scopes").asString()).isEqualTo("send read");
        assertThat(entries.toString()).doesNotContain("Shop", made.path("key").asString());
    }

    @Test
    void shouldKeepWhoPutsAContactIntoASegmentAndTakesItOutOnlyWhenThatChangesSomething() {
        // given
        key.post("/segments", Map.of("key", "vip"));
        var contact = key.post("/contacts", Map.of("email", "ada@example.com"))
                .path("id")
                .asString();

        // when
        for (int i = 0; i < 2; i++) {
            key.post("/segments/vip/members", Map.of("contactId", contact));
        }
        for (int i = 0; i < 2; i++) {
            key.delete("/segments/vip/members/" + contact);
        }

        // then
        var entries = entries("?kind=segment", 3);
        assertThat(texts(entries, "action"))
                .containsExactly("segment.member-removed", "segment.member-added", "segment.made");
        assertThat(entries.get(0).path("arguments").path("contact").asString()).isEqualTo(contact);
        assertThat(key.get("/segments/vip/members").path("items").size()).isZero();
    }

    @Test
    void shouldFindByActorThingAndTimeAndPageByCursor() {
        // given
        person.eventType("mine");
        key.eventType("theirs");
        key.send("DELETE", "/event-types/theirs", null).expect(204);
        var all = entries("?kind=event-type", 3);
        var keyId = all.get(0).path("actor").path("id").asString();

        // then
        assertThat(texts(entries("?actor=" + keyId, 2), "action"))
                .containsExactly("event-type.deleted", "event-type.made");
        entries("?actor=" + keyId + "&kind=event-type", 2);
        entries("?actor=" + keyId + "&kind=event-type&thing=mine", 0);
        var last = all.get(0).path("at").asString();
        entries("?kind=event-type&from=" + last, 1);
        entries("?kind=event-type&to=" + last, 2);
        var first = person.get("/audit?kind=event-type&limit=2");
        var second = person.get(
                "/audit?kind=event-type&limit=2&cursor=" + first.path("next").asString());
        assertThat(second.path("items").path(0)).isEqualTo(all.get(2));
        assertThat(second.path("next").isNull()).isTrue();
        person.send("GET", "/audit?thing=mine", null).expect(400);
    }

    /** The engine dies before the entry is kept, or after and before the document knows it. */
    @ParameterizedTest
    @ValueSource(strings = {"audit-before-keep", "audit-after-keep"})
    void shouldLoseNoEntryAndKeepNoneTwiceWhenTheEngineDiesInBetween(String place) {
        // given
        var died = new AtomicInteger();
        crash.at(place, () -> {
            died.incrementAndGet();
            throw new IllegalStateException("The engine dies");
        });

        // when
        var id = key.workflow("Welcome");
        await().until(() -> died.get() >= 2);

        // then
        var query = "?kind=workflow&thing=" + id;
        assertThat(key.get("/workflows/" + id).path("name").asString()).isEqualTo("Welcome");
        entries(query, place.equals("audit-before-keep") ? 0 : 1);
        crash.clear();
        key.put("/workflows/" + id, Map.of("name", "Welcome back", "tags", List.of()));
        assertThat(texts(entries(query, 2), "action")).containsExactly("workflow.renamed", "workflow.made");
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit-before-keep", "audit-after-keep"})
    void shouldFinishADeletionThatTheEnginesDeathBrokeOff(String place) {
        // given
        key.eventType("gone");
        entries("?kind=event-type", 1);
        crash.at(place, () -> {
            throw new IllegalStateException("The engine dies");
        });

        // when
        key.send("DELETE", "/event-types/gone", null).expect(500);
        key.send("DELETE", "/event-types/gone", null);
        key.send("GET", "/event-types/gone", null).expect(404);
        crash.clear();

        // then
        assertThat(texts(entries("?kind=event-type", 2), "action"))
                .containsExactly("event-type.deleted", "event-type.made");
        key.eventType("gone");
        assertThat(key.get("/event-types/gone").path("key").asString()).isEqualTo("gone");
    }

    @Test
    void shouldGiveThePlaceOfWhatIsAboutToGoToWhatIsMadeAnew() {
        // given: a type and a member whose deletion broke off
        key.eventType("again");
        key.post("/segments", Map.of("key", "vip"));
        var contact = key.post("/contacts", Map.of("email", "ada@example.com"))
                .path("id")
                .asString();
        key.post("/segments/vip/members", Map.of("contactId", contact));
        crash.at("audit-after-keep", () -> {
            throw new IllegalStateException("The engine dies");
        });
        key.send("DELETE", "/event-types/again", null).expect(500);
        key.send("DELETE", "/segments/vip/members/" + contact, null).expect(500);
        crash.clear();

        // when
        key.eventType("again");
        var added = key.post("/segments/vip/members", Map.of("contactId", contact));

        // then
        assertThat(added.path("added").asBoolean()).isTrue();
        entries("?kind=event-type", 3);
        entries("?kind=segment", 4);
        assertThat(key.get("/event-types/again").path("key").asString()).isEqualTo("again");
        assertThat(key.get("/segments/vip/members").path("items").size()).isEqualTo(1);
    }

    @Test
    void shouldKeepWhoAddedAMemberThatAJourneyRemovesAtOnce() {
        // given
        key.post("/segments", Map.of("key", "vip"));
        var contact = key.post("/contacts", Map.of("email", "ada@example.com"))
                .path("id")
                .asString();

        // when
        key.post("/segments/vip/members", Map.of("contactId", contact));
        var removed = Async.value(segments.remove(workspace.id(), "vip", new ContactId(contact)));

        // then
        assertThat(removed).isTrue();
        assertThat(texts(entries("?kind=segment", 2), "action"))
                .containsExactly("segment.member-added", "segment.made");
    }

    /** What the audit says once it has this many entries of the query, and no more. */
    private List<JsonNode> entries(String query, int count) {
        var items = await().until(() -> person.get("/audit" + query).path("items"), found -> found.size() >= count);
        var entries = new ArrayList<JsonNode>();
        items.forEach(entries::add);
        assertThat(entries).hasSize(count);
        return entries;
    }

    private static List<String> texts(List<JsonNode> entries, String field) {
        return entries.stream().map(entry -> entry.path(field).asString()).toList();
    }
}
