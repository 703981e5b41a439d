package io.usher.engine.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.testing.Api;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.TestWorkspaces;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineIT
class ContactsIT {

    @Autowired
    private TestWorkspaces workspaces;

    private Api api;

    @BeforeEach
    void workspace() {
        api = workspaces.create().api();
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
    void shouldNotShowContactsOfAnotherWorkspace() {
        var id = api.post("/contacts", Map.of("email", "mine@example.com"))
                .path("id")
                .asString();
        var other = workspaces.create().api();

        assertThat(other.send("GET", "/contacts/" + id, null).status()).isEqualTo(404);
        assertThat(other.items("/contacts?email=mine@example.com")).isEmpty();
    }
}
