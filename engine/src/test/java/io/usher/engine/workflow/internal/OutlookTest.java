package io.usher.engine.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.platform.words.English;
import io.usher.engine.rule.Operator;
import io.usher.engine.rule.Rule;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.Reentry;
import io.usher.engine.workflow.StartLink;
import io.usher.engine.workflow.StopLink;
import io.usher.engine.workflow.internal.DraftStore.Stamp;
import io.usher.engine.workflow.internal.ExpectedStarts.Matching;
import io.usher.engine.workflow.internal.Overviews.Overview;
import io.usher.engine.workflow.internal.Workflow.Change;
import io.usher.engine.workflow.internal.Workflow.Inside;
import io.usher.engine.workflow.internal.Workflow.Status;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutlookTest {

    private static final EventTypeKey ORDERED = new EventTypeKey("orderINITIALIZED");
    private static final EventTypeKey CANCELLED = new EventTypeKey("orderCANCELLED");
    private static final EventTypeKey UNNAMED = new EventTypeKey("cartLeft");
    private static final Reentry ONCE = new Reentry(Reentry.Mode.ONCE, 0, null, null, Reentry.WhileRunning.START);
    private static final Matching TWELVE = new Matching(12, false);
    private static final Triggers USUAL =
            new Triggers(List.of(start(ORDERED, null, Reentry.EACH_TIME)), List.of(stop(CANCELLED)));

    @Test
    void shouldSayWhatTheFirstActivationDoes() {
        assertThat(English.of(Outlook.before(workflow(Status.DRAFT, USUAL, 0, true), TWELVE)))
                .isEqualTo("From now on each \"Order initialized\" starts this workflow for its contact, each time;"
                        + " \"Order cancelled\" stops it. Activating itself starts nobody; 12 events of the last 7 days"
                        + " would have started it.");
    }

    @Test
    void shouldSayWhatHappensToPeopleInsideWhenAVersionIsReplaced() {
        assertThat(English.of(Outlook.before(workflow(Status.ACTIVE, USUAL, 4, true), TWELVE)))
                .contains("This replaces version 3 for events from now on;"
                        + " 4 people inside go on in the version they started. Activating");
        assertThat(English.of(Outlook.before(workflow(Status.ACTIVE, USUAL, 1, true), TWELVE)))
                .contains("1 person inside goes on in the version they started.");
        assertThat(English.of(Outlook.before(workflow(Status.ACTIVE, USUAL, 0, true), TWELVE)))
                .contains("This replaces version 3 for events from now on. Activating");
    }

    @Test
    void shouldSayThatNothingChangesWhenTheDrawingIsActiveAlready() {
        assertThat(English.of(Outlook.before(workflow(Status.ACTIVE, USUAL, 4, false), TWELVE)))
                .contains("Version 3 is active already and its drawing has not changed.");
    }

    @Test
    void shouldSayThatActivatingEndsAPause() {
        assertThat(English.of(Outlook.before(workflow(Status.PAUSED, USUAL, 4, false), TWELVE)))
                .contains("The pause ends and 4 people inside are no longer held;"
                        + " events that came during it start nobody.");
        assertThat(English.of(Outlook.before(workflow(Status.PAUSED, USUAL, 4, true), TWELVE)))
                .contains("This replaces version 3", "The pause ends");
    }

    @Test
    void shouldSayHowOftenAndOfWhichEvents() {
        // given
        var dear = new Rule.Comparison("event.totalCost", Operator.GREATER, 120, null);
        var both = new Rule.All(List.of(dear, dear));
        var triggers = new Triggers(
                List.of(start(ORDERED, dear, ONCE), start(UNNAMED, both, Reentry.EACH_TIME)),
                List.of(new StopLink(
                        CANCELLED,
                        new Rule.Comparison("event.city", Operator.EQUAL, "Oslo", null),
                        List.of(new StopLink.Match("key", "key"), new StopLink.Match("orderId", "id")))));

        // then
        assertThat(English.of(Outlook.after(workflow(Status.ACTIVE, triggers, 0, false), TWELVE)))
                .isEqualTo(
                        "From now on \"Order initialized\" (only if total cost is more than 120) starts this workflow"
                                + " for its contact, once; each \"cartLeft\" (with conditions) starts it, each time;"
                                + " \"Order cancelled\" (only if city is Oslo) stops it where the key is the same and the"
                                + " order id equals its id. Activating itself starts nobody; 12 events of the last 7 days"
                                + " would have matched its start.");
    }

    @Test
    void shouldNotListLinksWithoutEnd() {
        var triggers = new Triggers(
                Collections.nCopies(5, start(ORDERED, null, Reentry.EACH_TIME)),
                Collections.nCopies(4, stop(CANCELLED)));

        assertThat(English.of(Outlook.before(workflow(Status.DRAFT, triggers, 0, true), TWELVE)))
                .contains("; 2 more events start it;", "; 1 more event stops it.");
    }

    @Test
    void shouldCountEventsInWords() {
        var draft = workflow(Status.DRAFT, USUAL, 0, true);

        assertThat(English.of(Outlook.before(draft, new Matching(0, false))))
                .endsWith("; no event of the last 7 days would have started it.");
        assertThat(English.of(Outlook.before(draft, new Matching(1, false))))
                .endsWith("; 1 event of the last 7 days would have started it.");
        assertThat(English.of(Outlook.before(draft, new Matching(1_000, true))))
                .endsWith("; at least 1,000 events of the last 7 days would have started it.");
    }

    @Test
    void shouldSayWhatIsMissingOrImpossible() {
        assertThat(English.of(Outlook.before(workflow(Status.DRAFT, Triggers.NONE, 0, true), new Matching(0, false))))
                .isEqualTo(
                        "Nothing starts this workflow yet: no start event is chosen. Activating itself starts nobody.");
        assertThat(English.of(Outlook.before(workflow(Status.ARCHIVED, USUAL, 0, true), TWELVE)))
                .isEqualTo("The workflow is archived and cannot be activated.");
    }

    private static StartLink start(EventTypeKey type, @Nullable Rule filter, Reentry reentry) {
        return new StartLink(type, filter, reentry);
    }

    private static StopLink stop(EventTypeKey type) {
        return new StopLink(type, null, List.of());
    }

    private static Overview workflow(Status status, Triggers triggers, long inside, boolean draftDiffers) {
        var change = new Change(Instant.EPOCH, "ann", null);
        var workflow = new Workflow(
                new WorkflowId("w"),
                new WorkspaceId("ws"),
                "Order confirmation",
                List.of(),
                status,
                status == Status.DRAFT ? 0 : 3,
                1,
                status == Status.PAUSED ? Inside.HOLD : Inside.GO_ON,
                triggers,
                change,
                0,
                Instant.EPOCH,
                change);
        var names = Map.of(ORDERED, "Order initialized", CANCELLED, "Order cancelled");
        return new Overview(workflow, inside, 0, new Stamp("tag", change), draftDiffers, names);
    }
}
