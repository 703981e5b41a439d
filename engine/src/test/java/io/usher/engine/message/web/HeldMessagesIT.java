package io.usher.engine.message.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.usher.engine.testing.Api;
import io.usher.engine.testing.Line;
import io.usher.engine.testing.LiveWorkflow;
import io.usher.engine.testing.SecondEngine;
import io.usher.engine.testing.TestWorkspace;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** With no mail server a message is held and never lost, until a person sends it or its journey is stopped. */
class HeldMessagesIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String EMAIL = "eva@usher.example.com";

    /** The clock of this engine's database may be far behind the run's broker, so the wait is a long one. */
    private static final String SEND_AND_REST =
            Line.start().send("Mail", "Hello").rest("Rest", 24, "months").exit();

    private static SecondEngine engine;

    private TestWorkspace workspace;
    private Api api;
    private LiveWorkflow workflow;
    private String journey;
    private String message;

    @BeforeAll
    static void engineWithoutMailServer() throws InterruptedException {
        engine = SecondEngine.withoutMailServer();
    }

    @AfterAll
    static void stopEngine() {
        engine.close();
    }

    @BeforeEach
    void heldMessage() {
        workspace = engine.workspaces().create();
        api = workspace.api();
        workflow = LiveWorkflow.activated(api, SEND_AND_REST, LiveWorkflow.EACH_TIME, Map.of());
        journey = workflow.journeyOf(EMAIL);
        workflow.awaitAt(journey, "Rest");
        message = workflow.awaitMessages("held").get(0).path("id").asString();
    }

    @Test
    void shouldSayBeforehandWhatHoldsEveryMessage() {
        var email = api.get("/channels").at("/items/0");
        assertThat(email.path("server").asBoolean()).isFalse();
        assertThat(email.at("/transactional/0")).isEqualTo(read().path("reason"));
        // the run's settings name a catcher, which would get marketing too
        assertThat(email.path("catcher").asBoolean()).isTrue();
        assertThat(email.path("marketing")).isEqualTo(email.path("transactional"));
    }

    @Test
    void shouldSayWhyAndLookAtTheRulesAgainWhenAPersonSendsIt() {
        assertThat(read().path("reason").path("code").asString()).isEqualTo("no-mail-server");
        assertThat(read().path("reason").path("text").asString()).contains("USHER_SMTP_URL");

        // when
        api.post("/messages/" + message + "/send", null);

        // then
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(read().path("history"))
                        .extracting(change -> change.path("state").asString() + " "
                                + change.path("reason").path("code").asString())
                        .containsExactly(
                                "waiting stored", "held no-mail-server", "waiting sent-again", "held no-mail-server"));
        var person = engine.workspaces().person(workspace);
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(person.items("/audit?kind=message&thing=" + message))
                        .extracting(entry -> entry.path("action").asString() + " "
                                + entry.path("actor").path("name").asString())
                        .containsExactly("message.sent-again MANAGE"));
    }

    @Test
    void shouldSayInTheTrailOfItsJourneyThatItIsHeld() {
        // when
        var trail = api.get("/journeys/" + journey).path("trail");

        // then
        assertThat(trail.valueStream()
                        .filter(line -> !line.path("message").isNull())
                        .map(line -> line.path("block").asString() + " "
                                + line.path("message").path("id").asString() + " "
                                + line.path("message").path("state").asString() + " "
                                + line.path("message").path("code").asString()))
                .containsExactly("Mail " + message + " held no-mail-server");
    }

    @Test
    void shouldWithdrawItWhenItsJourneyIsStopped() {
        // when
        var stop = workflow.decided(workflow.end(EMAIL, Map.of()));

        // then
        assertThat(stop).isEqualTo("stopped stopped");
        workflow.awaitState(journey, "stopped");
        workflow.awaitMessages("withdrawn");
        assertThat(read().path("reason").path("text").asString()).isNotBlank();
        api.send("POST", "/messages/" + message + "/send", null).expect(409);
    }

    private JsonNode read() {
        return api.get("/messages/" + message);
    }
}
