package io.usher.engine.journey.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.event.DispatchQueue;
import io.usher.engine.event.Event;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.crash.CrashPoints;
import io.usher.engine.shared.EventId;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.Line;
import io.usher.engine.testing.LiveWorkflow;
import io.usher.engine.testing.TestWorkspace;
import io.usher.engine.testing.TestWorkspaces;
import io.usher.engine.workflow.LinkTable;
import io.usher.engine.workflow.Workflows;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two owners of one lane act on one event: the engine's own is paused in the middle, the test is the other one. */
@EngineIT
class LateOwnerIT {

    @Autowired
    private TestWorkspaces workspaces;

    @Autowired
    private CrashPoints crashPoints;

    @Autowired
    private Dispatch dispatch;

    @Autowired
    private DispatchQueue queue;

    @Autowired
    private Workflows workflows;

    @AfterEach
    void clear() {
        crashPoints.clear();
    }

    @Test
    void shouldNotEndTheJourneyThatAnotherOwnerHasJustStartedForTheSameEvent() throws InterruptedException {
        // given: the first owner has read the re-entry document, and not yet what runs
        var workspace = workspaces.create();
        var restart = Map.of("mode", "each", "whileRunning", "restart");
        var workflow = LiveWorkflow.activated(
                workspace.api(), Line.start().rest("Rest", 3, "days").exit(), restart, null);
        var firstIsLate = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var firstHasActed = new CountDownLatch(1);
        var paused = new AtomicBoolean();
        crashPoints.at("dispatch-after-reentry-read", () -> {
            if (paused.compareAndSet(false, true)) {
                firstIsLate.countDown();
                await(goOn);
            }
        });
        var id = workflow.begin("eva@" + workspace.id() + ".example.com");
        await(firstIsLate);

        // when: the second one inserts the journey, then the first goes on before the event is finished
        var second = Thread.currentThread();
        crashPoints.at("dispatch-before-finish", () -> {
            if (Thread.currentThread() == second) {
                goOn.countDown();
                await(firstHasActed);
            } else {
                firstHasActed.countDown();
            }
        });
        dispatch.dispatch(event(workspace, id), links(workspace));

        // then
        assertThat(workflow.decided(id)).isEqualTo("started started");
        var journey = workflow.decision(id).path("journeyIds").get(0).asString();
        workflow.awaitAt(journey, "Rest");
        assertThat(workflow.journeys("running")).hasSize(1);
        assertThat(workflow.journeys("stopped")).isEmpty();
    }

    private Event event(TestWorkspace workspace, String id) {
        return Async.value(queue.read(workspace.id(), new EventId(id)));
    }

    private LinkTable links(TestWorkspace workspace) {
        return Async.value(workflows.links(Set.of(workspace.id()))).get(workspace.id());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
