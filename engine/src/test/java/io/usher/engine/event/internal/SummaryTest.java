package io.usher.engine.event.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.event.Decision;
import io.usher.engine.event.Decision.Link;
import io.usher.engine.event.Decision.Outcome;
import io.usher.engine.event.Event;
import io.usher.engine.platform.words.English;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void shouldSayFirstWhatMattersMost() {
        // given
        var event = event(
                decision("Cart", Outcome.NOTHING_TO_STOP, "The contact was not in this workflow."),
                decision("Welcome", Outcome.NOT_STARTED, "It starts once for each contact."),
                decision("Thanks", Outcome.STARTED, "The contact entered the workflow."));

        // then
        assertThat(English.of(Summary.of(event)))
                .isEqualTo("Started Thanks. Not started Welcome: It starts once for each contact. "
                        + "Nothing to stop in Cart");
        assertThat(Summary.inOrder(event))
                .extracting(Decision::outcome)
                .containsExactly(Outcome.STARTED, Outcome.NOT_STARTED, Outcome.NOTHING_TO_STOP);
    }

    @Test
    void shouldKeepTheOrderOfWhatMattersAlike() {
        // given
        var event = event(
                decision("B", Outcome.STOPPED, "One journey was stopped."),
                decision("A", Outcome.STARTED, "The contact entered the workflow."));

        // then
        assertThat(English.of(Summary.of(event))).isEqualTo("Stopped B. Started A");
    }

    private static Decision decision(String workflow, Outcome outcome, String reason) {
        return new Decision(
                new WorkflowId(workflow), workflow, Link.START, outcome, Reason.told("code", reason), List.of());
    }

    private static Event event(Decision... decisions) {
        return new Event(
                new EventId("e1"),
                new WorkspaceId("w1"),
                new EventTypeKey("ticketBought"),
                null,
                Params.EMPTY,
                new ContactId("c1"),
                Instant.EPOCH,
                Instant.EPOCH,
                false,
                "API",
                List.of(),
                1,
                false,
                null,
                null,
                List.of(decisions));
    }
}
