package io.usher.engine.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.testing.Backlogs;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.Line;
import io.usher.engine.testing.LiveWorkflow;
import io.usher.engine.testing.TestWorkspace;
import io.usher.engine.testing.TestWorkspaces;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What was accepted behind a long queue takes effect at once, and the queue's own order holds. */
@EngineIT
class BacklogIT {

    private static final int DUE = Integer.getInteger("usher.due", 20_000);
    /** Generous: in the order of the queue it would be a minute. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String RESTING = Line.start().rest("Rest", 3, "days").exit();

    @Autowired
    private TestWorkspaces workspaces;

    @Autowired
    private Mongo mongo;

    private TestWorkspace workspace;
    private Backlogs backlog;

    @BeforeEach
    void workspace() {
        workspace = workspaces.create();
        backlog = new Backlogs(mongo, workspace.id());
    }

    @AfterEach
    void clear() {
        backlog.clear();
    }

    enum Crowd {
        OTHER_CONTACTS,
        ONE_OTHER_CONTACT,
        ANOTHER_WORKSPACE,
        OTHER_CONTACTS_IN_THE_OLD_FORM
    }

    @ParameterizedTest
    @EnumSource
    void shouldStopSoonBehindMany(Crowd crowd) {
        // given
        var workflow = LiveWorkflow.activated(workspace.api(), RESTING, LiveWorkflow.EACH_TIME, Map.of());
        var journey = workflow.journeyOf("one@example.com");
        workflow.awaitAt(journey, "Rest");
        gather(crowd);

        // when
        workflow.end("one@example.com", Map.of());

        // then
        await().atMost(SOON)
                .until(() -> workspace
                        .api()
                        .get("/journeys/" + journey)
                        .path("state")
                        .asString()
                        .equals("stopped"));
        assertThat(backlog.due()).as("still due").isPositive();
    }

    private void gather(Crowd crowd) {
        if (crowd == Crowd.ANOTHER_WORKSPACE) {
            var other = workspaces.create();
            LiveWorkflow.activated(other.api(), RESTING, LiveWorkflow.EACH_TIME, Map.of());
            backlog = new Backlogs(mongo, other.id());
        }
        for (int i = 0; i < DUE; i++) {
            switch (crowd) {
                case OTHER_CONTACTS, ANOTHER_WORKSPACE -> backlog.add("end", "crowd-" + i);
                case ONE_OTHER_CONTACT -> backlog.add("end", "crowd");
                case OTHER_CONTACTS_IN_THE_OLD_FORM -> backlog.addInOldForm("end", "crowd-" + i);
            }
        }
        backlog.store();
    }

    @Test
    void shouldComeSoonToAContactInTheMiddleOfAnotherOnesEvents() {
        // given
        var workflow = LiveWorkflow.activated(workspace.api(), RESTING, LiveWorkflow.EACH_TIME, Map.of());
        IntStream.range(0, DUE / 2).forEach(i -> backlog.add("end", "crowd"));
        var begin = backlog.add("begin", "middle");
        IntStream.range(0, DUE / 2).forEach(i -> backlog.add("end", "crowd"));

        // when
        backlog.store();

        // then
        await().atMost(SOON).until(() -> decided(begin));
        assertThat(workflow.decided(begin)).isEqualTo("started started");
        assertThat(backlog.due()).as("still due").isPositive();
    }

    @Test
    void shouldDispatchInOrderWhatAnEarlierVersionStored() {
        // given
        var workflow = LiveWorkflow.activated(workspace.api(), RESTING, Map.of("mode", "once"), null);
        var events = List.of(
                backlog.addInOldForm("begin", "someone"),
                backlog.add("begin", "someone"),
                backlog.addInOldForm("begin", "someone"));

        // when
        backlog.store();

        // then
        await().atMost(LIMIT).until(() -> events.stream().allMatch(this::decided));
        assertThat(events.stream().map(workflow::decided))
                .containsExactly("started started", "not-started once", "not-started once");
        assertThat(backlog.due()).isZero();
    }

    private boolean decided(String event) {
        return !workspace.api().get("/events/" + event).path("due").asBoolean();
    }
}
