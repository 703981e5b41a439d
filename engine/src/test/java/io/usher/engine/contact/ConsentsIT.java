package io.usher.engine.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.testing.Api;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.TestWorkspaces;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@EngineIT
class ConsentsIT {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Autowired
    private TestWorkspaces workspaces;

    @Autowired
    private Mongo mongo;

    private Api api;

    @BeforeEach
    void workspace() {
        api = workspaces.create().api();
    }

    @Test
    void shouldNotLetAnOlderConsentThatArrivesLateOverwriteANewerRefusal() {
        event("e1", "no", 60);
        event("e2", "no", 10);
        event("e3", "yes", 30);

        assertThat(email()).isEqualTo("refused " + NOW.minusSeconds(10));
    }

    @Test
    void shouldLetTheLaterWordHoldWithinOneBatch() {
        var batch = List.of(
                Map.of("eventTypeKey", "e", "occurredAt", NOW.minusSeconds(5).toString(), "params", params("no")),
                Map.of("eventTypeKey", "e", "occurredAt", NOW.minusSeconds(50).toString(), "params", params("yes")));

        api.post("/event/batch", batch);

        assertThat(email()).isEqualTo("refused " + NOW.minusSeconds(5));
    }

    @Test
    void shouldRecordWhatAnEventSaysOnce() {
        event("e1", "yes", 60);
        event("e1", "yes", 60);

        assertThat(consents().path("items")).hasSize(1);
        assertThat(consents().at("/items/0/source").asString()).isEqualTo("event");
    }

    @Test
    void shouldNotTurnARefusalIntoConsentByAnImportWithoutTheTime() {
        event("e1", "no", 60);
        api.event(Map.of("eventTypeKey", "e", "history", true, "params", params("yes")));

        assertThat(email()).isEqualTo("refused " + NOW.minusSeconds(60));
        assertThat(consents().at("/items/0/atKnown").asBoolean()).isFalse();
    }

    @Test
    void shouldNotLetALaterStatusOfAnOrderGiveConsentAgain() {
        order("INITIALIZED", 3_600, true);
        var id = contact().path("id").asString();
        assertThat(contact().at("/consents/email/state").asString()).isEqualTo("given");
        api.put("/contacts/" + id + "/consents/email", Map.of("state", "refused"));

        order("DELIVERED", 3_600, true);

        assertThat(contact().at("/consents/email/state").asString()).isEqualTo("refused");

        // also where the shop dates each status: the tick is still the one of the checkout
        order("DELIVERED", -2, true);

        assertThat(contact().at("/consents/email/state").asString()).isEqualTo("refused");
    }

    @Test
    void shouldLetTheLatestStateOfAnOrderHoldThatSaidTheSameBefore() {
        order("INITIALIZED", 60, false);
        order("INITIALIZED", 40, true);
        assertThat(email()).isEqualTo("given " + NOW.minusSeconds(40));

        order("DELIVERED", 20, false);

        assertThat(email()).isEqualTo("refused " + NOW.minusSeconds(20));
        assertThat(consents().path("items")).hasSize(3);
    }

    @Test
    void shouldTakeEachEntryOfAPersonAsANewWordAndShowTheHistory() {
        var id = api.post("/contacts", Map.of("email", "ada@example.com"))
                .path("id")
                .asString();
        var said = NOW.minusSeconds(86_400);
        api.put(
                "/contacts/" + id + "/consents/email",
                Map.of("state", "given", "at", said.toString(), "source", "paper form", "proof", "scan 17"));
        api.put("/contacts/" + id + "/consents/*", Map.of("state", "refused"));
        api.put("/contacts/" + id + "/consents/*", Map.of("state", "refused"));

        var first = api.get("/contacts/" + id + "/consents?limit=2");
        assertThat(first.at("/now/marketing/sms/state").asString()).isEqualTo("refused");
        assertThat(first.at("/items/0/channel").asString()).isEqualTo("*");
        assertThat(first.path("items")).hasSize(2);
        var second = api.get("/contacts/" + id + "/consents?limit=2&cursor="
                + first.path("next").asString());
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.at("/items/0/at").asString()).isEqualTo(said.toString());
        assertThat(second.at("/items/0/proof").asString()).isEqualTo("scan 17");
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(api.send("GET", "/contacts/nobody/consents", null).status()).isEqualTo(404);
    }

    @Test
    void shouldKeepPurposesApart() {
        var id = api.post("/contacts", Map.of("email", "ada@example.com"))
                .path("id")
                .asString();
        var newsletter = Map.of("state", "given", "purpose", "newsletter");
        assertThat(api.send("PUT", "/contacts/" + id + "/consents/email", newsletter)
                        .expect(400)
                        .body()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("purpose");

        assertThat(api.put("/consent-purposes/newsletter", null).path("items").toString())
                .isEqualTo("[\"marketing\",\"newsletter\"]");
        api.put("/contacts/" + id + "/consents/email", newsletter);

        assertThat(contact().at("/consents/email/state").asString()).isEqualTo("unknown");
        assertThat(consents().at("/now/newsletter/email/state").asString()).isEqualTo("given");
        assertThat(api.send("PUT", "/consent-purposes/No%20Key", null).status()).isEqualTo(400);
    }

    @Test
    void shouldRefuseAConsentWithABadTime() {
        var id = api.post("/contacts", Map.of("email", "ada@example.com"))
                .path("id")
                .asString();
        for (String at : List.of("yesterday", "+1000000000-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "2026-01-31")) {
            var answer = api.send("PUT", "/contacts/" + id + "/consents/email", Map.of("state", "given", "at", at));
            assertThat(answer.status()).as(at).isEqualTo(400);
            assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("at");
        }
    }

    @Test
    void shouldLoseNoWordOfManyAtOnce() throws Exception {
        var id = api.post("/contacts", Map.of("email", "ada@example.com"))
                .path("id")
                .asString();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<java.util.concurrent.Future<?>>();
            IntStream.range(0, 40)
                    .forEach(i -> calls.add(threads.submit(() -> api.put(
                            "/contacts/" + id + "/consents/email",
                            Map.of(
                                    "state",
                                    i == 17 ? "refused" : "given",
                                    "at",
                                    NOW.minusSeconds(Math.abs(i - 17)).toString())))));
            for (var call : calls) {
                call.get();
            }
        }

        assertThat(api.get("/contacts/" + id + "/consents?limit=200").path("items"))
                .hasSize(40);
        assertThat(email()).isEqualTo("refused " + NOW);
    }

    @Test
    void shouldKnowConsentsOfBeforeThereWereLedgersAndMoveThemWithTheNextWord() {
        var id = api.post("/contacts", Map.of("email", "ada@example.com"))
                .path("id")
                .asString();
        old(id, "refused", NOW.minusSeconds(40));
        assertThat(email()).isEqualTo("refused " + NOW.minusSeconds(40));
        assertThat(consents().path("items")).hasSize(1);

        event("e1", "yes", 50);

        assertThat(email()).isEqualTo("refused " + NOW.minusSeconds(40));
        assertThat(consents().path("items")).hasSize(2);
        assertThat(oldConsents(id)).isEmpty();
    }

    private void old(String contact, String state, Instant since) {
        var consent = new Document(
                "email", new Document("state", state).append("source", "event").append("since", Date.from(since)));
        Async.value(Mono.from(mongo.collection("contacts")
                .updateOne(new Document("_id", contact), new Document("$set", new Document("consents", consent)))));
    }

    private Document oldConsents(String contact) {
        return Async.value(Mono.from(mongo.collection("contacts")
                        .find(new Document("_id", contact))
                        .first()))
                .get("consents", Document.class);
    }

    private void event(String id, String marketing, int secondsAgo) {
        var at = NOW.minusSeconds(secondsAgo).toString();
        api.event(Map.of("eventTypeKey", "e", "id", id, "occurredAt", at, "params", params(marketing)));
    }

    private static Map<String, Object> params(String marketing) {
        return Map.of("Email", "ada@example.com", "MarketingEmail", marketing);
    }

    private void order(String status, int secondsAgo, boolean marketing) {
        api.post(
                "/orders",
                Map.of(
                        "orders",
                        List.of(Map.of(
                                "externalOrderId",
                                "17",
                                "status",
                                status,
                                "date",
                                NOW.minusSeconds(secondsAgo).toString(),
                                "totalCost",
                                5,
                                "email",
                                "ada@example.com",
                                "MarketingEmail",
                                marketing))));
    }

    private JsonNode contact() {
        return api.items("/contacts?email=ada@example.com").get(0);
    }

    private JsonNode consents() {
        return api.get("/contacts/" + contact().path("id").asString() + "/consents");
    }

    /** State and time of the consent to e-mail. */
    private String email() {
        var consent = contact().at("/consents/email");
        return consent.path("state").asString() + " "
                + Instant.parse(consent.path("since").asString());
    }
}
