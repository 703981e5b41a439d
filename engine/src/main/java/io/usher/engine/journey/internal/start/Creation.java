package io.usher.engine.journey.internal.start;

import io.usher.engine.journey.Journey;
import io.usher.engine.journey.internal.record.RecordedVisit.Ahead;
import io.usher.engine.journey.internal.start.Processes.NewInstance;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.crash.CrashPoints;
import io.usher.engine.workflow.Version;
import io.usher.engine.workflow.Workflows;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a process instance of one journey, claimed before; a process that the broker has lost is deployed again. */
@Component
class Creation {

    private final StartQueue queue;
    private final Processes processes;
    private final Workflows workflows;
    private final CrashPoints crashPoints;

    Creation(StartQueue queue, Processes processes, Workflows workflows, CrashPoints crashPoints) {
        this.queue = queue;
        this.processes = processes;
        this.workflows = workflows;
        this.crashPoints = crashPoints;
    }

    /** Its key; null when the journey is another engine's just now, was stopped or placed anew, or is bound. */
    @Nullable
    Long of(Journey journey, Ahead ahead, Version version) {
        var at = journey.at() == null ? null : journey.at().block();
        Map<String, Object> variables = Map.of(
                "journey", journey.id().value(),
                "run", journey.run(),
                "exits", ahead.exits(),
                "until", ahead.until());
        var wanted = new NewInstance(version.processId(), at, variables);
        if (!queue.claim(journey)) {
            return null;
        }
        crashPoints.reached("start-after-claim");
        var made = Async.await(processes.create(wanted));
        if (made != null) {
            return made;
        }
        Async.await(workflows.redeploy(version.workflow(), version.n()));
        if (!queue.claim(journey)) {
            return null;
        }
        made = Async.await(processes.create(wanted));
        if (made == null) {
            throw new UnknownProcessException(version.processId());
        }
        return made;
    }
}
