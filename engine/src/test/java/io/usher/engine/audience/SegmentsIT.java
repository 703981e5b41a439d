package io.usher.engine.audience;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.testing.Api;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.TestWorkspaces;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineIT
class SegmentsIT {

    @Autowired
    private TestWorkspaces workspaces;

    private Api api;

    @BeforeEach
    void workspace() {
        api = workspaces.create().api();
    }

    @Test
    void shouldHoldAContactOnceHoweverOftenItIsAdded() {
        api.post("/segments", Map.of("key", "buyers", "name", "Buyers"));
        var contact = Map.of("contactId", contact("a@example.com"));

        var first = api.post("/segments/buyers/members", contact);
        var again = api.post("/segments/buyers/members", contact);

        assertThat(first.path("added").asBoolean()).isTrue();
        assertThat(again.path("added").asBoolean()).isFalse();
        assertThat(api.items("/segments/buyers/members")).hasSize(1);
        assertThat(api.get("/segments/buyers").path("members").asInt()).isEqualTo(1);
    }

    @Test
    void shouldTakeAContactOutHoweverOftenItIsAsked() {
        api.post("/segments", Map.of("key", "left", "name", "Left"));
        var contact = contact("b@example.com");
        api.post("/segments/left/members", Map.of("contactId", contact));

        api.delete("/segments/left/members/" + contact);
        api.delete("/segments/left/members/" + contact);

        assertThat(api.items("/segments/left/members")).isEmpty();
    }

    @Test
    void shouldRefuseAKeyThatIsTakenOrWrong() {
        api.post("/segments", Map.of("key", "one", "name", "One"));

        assertThat(api.send("POST", "/segments", Map.of("key", "one")).status()).isEqualTo(409);
        assertThat(api.send("POST", "/segments", Map.of("key", "No Way")).status())
                .isEqualTo(400);
        assertThat(api.send("POST", "/segments/none/members", Map.of("contactId", contact("c@example.com")))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void shouldPageMembersLatestFirst() {
        api.post("/segments", Map.of("key", "many", "name", "Many"));
        for (int i = 0; i < 5; i++) {
            api.post("/segments/many/members", Map.of("contactId", contact("m" + i + "@example.com")));
        }

        var first = api.get("/segments/many/members?limit=3");
        var second = api.get(
                "/segments/many/members?limit=3&cursor=" + first.path("next").asString());

        assertThat(first.path("items")).hasSize(3);
        assertThat(second.path("items")).hasSize(2);
        assertThat(second.path("next").isNull()).isTrue();
    }

    private String contact(String email) {
        return api.post("/contacts", Map.of("email", email)).path("id").asString();
    }
}
