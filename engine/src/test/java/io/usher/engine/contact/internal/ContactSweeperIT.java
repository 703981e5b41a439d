package io.usher.engine.contact.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.usher.engine.contact.internal.ContactUpkeep.Walk;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.testing.Api;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.TestWorkspaces;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

/** The walk over what is stored, with the states that only a crash or an older engine leaves. */
@EngineIT
class ContactSweeperIT {

    @Autowired
    private TestWorkspaces workspaces;

    @Autowired
    private ContactSweeper sweeper;

    @Autowired
    private ContactUpkeep upkeep;

    @Autowired
    private Mongo mongo;

    private Api api;
    private String ada;

    @BeforeEach
    void contact() {
        api = workspaces.create().api();
        ada = api.post("/contacts", Map.of("email", "ada@example.com", "externalCustomerId", "7"))
                .path("id")
                .asString();
    }

    @Test
    void shouldShowAnAddressAgainThatWasLostAndHideWhatIsNotOwned() {
        change(
                "contacts",
                Filters.eq("_id", ada),
                Updates.set("identifiers", List.of(identifier("phone", "+46701234567"))));
        change("identifiers", Filters.eq("_id", key("email:ada@example.com")), longAgo());
        change("identifiers", Filters.eq("_id", key("external:7")), longAgo());

        sweep();

        var contact = api.get("/contacts/" + ada);
        assertThat(contact.path("email").asString()).isEqualTo("ada@example.com");
        assertThat(contact.path("externalCustomerId").asString()).isEqualTo("7");
        assertThat(contact.path("phone").isNull()).isTrue();
    }

    @Test
    void shouldMoveConsentsToTheLedgerAndChangeNothingThatHolds() {
        var consent = new Document("state", "given")
                .append("source", "event")
                .append("since", Date.from(Instant.parse("2026-05-01T10:00:00Z")));
        change("contacts", Filters.eq("_id", ada), Updates.set("consents", new Document("email", consent)));
        var before = api.get("/contacts/" + ada).path("consents");

        sweep();
        sweep();

        assertThat(api.get("/contacts/" + ada).path("consents")).isEqualTo(before);
        assertThat(before.at("/email/state").asString()).isEqualTo("given");
        assertThat(api.get("/contacts/" + ada + "/consents").path("items")).hasSize(1);
        var stored = Async.value(Mono.from(
                mongo.collection("contacts").find(Filters.eq("_id", ada)).first()));
        assertThat(stored.get("consents", Document.class)).isEmpty();
    }

    @Test
    void shouldRenewAFormerSpellingOfAnAddress() {
        var former = "eva@example.org\u200b";
        Async.value(Mono.from(mongo.collection("identifiers")
                .insertOne(new Document("_id", key("email:" + former))
                        .append("workspace", workspace())
                        .append("contact", ada))));
        change("contacts", Filters.eq("_id", ada), Updates.push("identifiers", identifier("email", former)));
        assertThat(api.items("/contacts?email=eva%40example.org%E2%80%8B")).hasSize(1);

        sweep();

        assertThat(api.items("/contacts?email=eva%40example.org")).hasSize(1);
        assertThat(api.get("/contacts/" + ada).path("identifiers")).hasSize(3);
    }

    private void sweep() {
        Async.await(upkeep.keep("identifiers", new Walk("", null)));
        Async.await(upkeep.keep("contacts", new Walk("", null)));
        while (sweeper.page()) {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    private void change(String collection, Bson filter, Bson update) {
        var result = Async.value(Mono.from(mongo.collection(collection).updateOne(filter, update)));
        assertThat(result.getMatchedCount()).isEqualTo(1);
    }

    private static Bson longAgo() {
        return Updates.set("createdAt", Date.from(Instant.parse("2026-05-01T10:00:00Z")));
    }

    private static Document identifier(String kind, String value) {
        return new Document("kind", kind).append("value", value);
    }

    private String key(String rest) {
        return workspace() + ":" + rest;
    }

    private String workspace() {
        return Async.value(Mono.from(mongo.collection("contacts")
                        .find(Filters.eq("_id", ada))
                        .first()))
                .getString("workspace");
    }
}
