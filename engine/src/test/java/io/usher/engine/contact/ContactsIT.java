package io.usher.engine.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.platform.crash.CrashPoints;
import io.usher.engine.testing.Api;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.TestWorkspaces;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineIT
class ContactsIT {

    @Autowired
    private TestWorkspaces workspaces;

    @Autowired
    private CrashPoints crashPoints;

    private Api api;

    @BeforeEach
    void workspace() {
        api = workspaces.create().api();
    }

    @AfterEach
    void noCrashPoints() {
        crashPoints.clear();
    }

    @Test
    void shouldMakeAContactOnceAndChangeItAfterwards() {
        var body = "{\"email\":\"A@example.com\",\"firstName\":\"Ada\",\"fields\":{\"x.y\":1.50,\"kept\":true}}";
        var made = api.send("POST", "/contacts", body).expect(201).body();

        var changed = api.send(
                        "POST",
                        "/contacts",
                        "{\"email\":\"a@example.com\",\"phone\":\"0701234567\",\"fields\":{\"x.y\":2}}")
                .expect(200)
                .body();

        assertThat(changed.path("id")).isEqualTo(made.path("id"));
        assertThat(changed.path("phone").asString()).isEqualTo("+46701234567");
        assertThat(changed.path("firstName").asString()).isEqualTo("Ada");
        assertThat(changed.path("fields").toString()).isEqualTo("{\"x.y\":2,\"kept\":true}");
    }

    @Test
    void shouldShowAConflictAndChangeNothing() {
        api.post("/contacts", Map.of("email", "one@example.com"));
        var two = api.post("/contacts", Map.of("externalCustomerId", "2"));

        var id = api.event(
                Map.of("eventTypeKey", "e", "params", Map.of("ExternalCustomerId", "2", "Email", "one@example.com")));

        var event = api.get("/events/" + id);
        assertThat(event.path("contactId")).isEqualTo(two.path("id"));
        assertThat(event.at("/conflicts/0").asString()).contains("one@example.com");
        assertThat(api.get("/contacts/" + two.path("id").asString())
                        .path("email")
                        .isNull())
                .isTrue();
    }

    @Test
    void shouldKeepAnEventOfAnUnknownContactIdAboutNobody() {
        var answer = api.post("/event", Map.of("eventTypeKey", "e", "params", Map.of("ContactId", "nobody")));

        assertThat(answer.path("contactId").isNull()).isTrue();
        assertThat(api.items("/contacts")).isEmpty();
    }

    @Test
    void shouldFillNamesThatAreEmptyAndNeverOverwrite() {
        api.event(Map.of("eventTypeKey", "e", "params", Map.of("Email", "n@example.com", "FirstName", "Ada")));
        api.event(Map.of(
                "eventTypeKey",
                "e",
                "params",
                Map.of("Email", "n@example.com", "FirstName", "Bea", "LastName", "Byron", "MarketingEmail", "yes")));

        var contact = api.items("/contacts?email=n@example.com").get(0);
        assertThat(contact.path("firstName").asString()).isEqualTo("Ada");
        assertThat(contact.path("lastName").asString()).isEqualTo("Byron");
        assertThat(contact.at("/consents/email/state").asString()).isEqualTo("given");
    }

    @Test
    void shouldRecordConsentPerChannel() {
        var id = api.post("/contacts", Map.of("email", "c@example.com"))
                .path("id")
                .asString();

        var contact =
                api.put("/contacts/" + id + "/consents/email", Map.of("state", "refused", "source", "phone call"));

        assertThat(contact.at("/consents/email/state").asString()).isEqualTo("refused");
        assertThat(contact.at("/consents/sms/state").asString()).isEqualTo("unknown");
        assertThat(api.send("PUT", "/contacts/" + id + "/consents/email", Map.of("state", "maybe"))
                        .status())
                .isEqualTo(400);
        assertThat(api.send("PUT", "/contacts/" + id + "/consents/fax", Map.of("state", "given"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void shouldNotLoseAnAddressWhenTheEngineFailsBetweenItsTwoWrites() {
        api.post("/contacts", Map.of("externalCustomerId", "7"));
        var event = Map.of(
                "eventTypeKey", "e", "params", Map.of("ExternalCustomerId", "7", "EmailAddress", "ada@example.com"));
        crashPoints.at("contact-after-identifiers", () -> {
            throw new IllegalStateException("ends here");
        });
        assertThat(api.send("POST", "/event", event).status()).isGreaterThanOrEqualTo(500);
        crashPoints.clear();
        assertThat(api.items("/contacts?externalCustomerId=7")
                        .get(0)
                        .path("email")
                        .isNull())
                .isTrue();

        api.event(event);

        assertThat(api.items("/contacts?externalCustomerId=7")
                        .get(0)
                        .path("email")
                        .asString())
                .isEqualTo("ada@example.com");
    }

    @Test
    void shouldMakeOneContactWithAllItsIdentifiersOfManyEventsAtOnce() throws Exception {
        var named = List.of(
                Map.of("Email", "ada@example.com"),
                Map.of("Phone", "0701234567", "Email", "ada@example.com"),
                Map.of("ExternalCustomerId", "7", "Phone", "0701234567"),
                Map.of("ExternalCustomerId", "7", "Email", "ada@example.com"));
        api.event(Map.of("eventTypeKey", "e", "params", named.get(1)));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 80)
                    .mapToObj(i -> threads.submit(
                            () -> api.event(Map.of("eventTypeKey", "e", "params", named.get(i % named.size())))))
                    .toList();
            for (var call : calls) {
                call.get();
            }
        }

        assertThat(api.items("/contacts")).hasSize(1);
        assertThat(api.items("/contacts").get(0).path("identifiers")).hasSize(3);
    }

    @Test
    void shouldKnowInternationalDigitsWithAndWithoutAPlusAsOnePhone() {
        var guessed = api.post("/event", Map.of("eventTypeKey", "e", "params", Map.of("Phone", "380501234567")));
        var written = api.post("/event", Map.of("eventTypeKey", "e", "params", Map.of("Phone", "+380501234567")));
        var invalid = api.post("/event", Map.of("eventTypeKey", "e", "params", Map.of("Phone", "+46380501234567")));

        assertThat(guessed.path("contactId")).isEqualTo(written.path("contactId"));
        assertThat(guessed.path("warnings").toString()).contains("+380501234567");
        assertThat(written.path("warnings")).isEmpty();
        assertThat(invalid.path("contactId").isNull()).isTrue();
        assertThat(invalid.path("warnings").toString()).contains("Phone is not a valid phone number");
        assertThat(api.items("/contacts")).hasSize(1);
        assertThat(api.items("/contacts").get(0).path("phone").asString()).isEqualTo("+380501234567");
    }

    @Test
    void shouldKnowAddressesThatLookTheSameAsOne() {
        var plain = api.post("/contacts", Map.of("email", "zw@bücher.example"));
        var other = api.post("/contacts", Map.of("email", "ZW\u200b@bu\u0308cher.example."));

        assertThat(other.path("id")).isEqualTo(plain.path("id"));
        assertThat(other.path("email").asString()).isEqualTo("zw@bücher.example");
        assertThat(other.path("warnings").toString()).contains("cannot be seen");
        assertThat(api.items("/contacts?email=zw%40xn--bcher-kva.example")).hasSize(1);
        assertThat(api.send("POST", "/contacts", Map.of("email", "x:a@b.example;"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void shouldNotShowContactsOfAnotherWorkspace() {
        var id = api.post("/contacts", Map.of("email", "mine@example.com"))
                .path("id")
                .asString();
        var other = workspaces.create().api();

        assertThat(other.send("GET", "/contacts/" + id, null).status()).isEqualTo(404);
        assertThat(other.items("/contacts?email=mine@example.com")).isEmpty();
    }
}
