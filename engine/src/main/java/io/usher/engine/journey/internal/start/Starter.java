package io.usher.engine.journey.internal.start;

import static io.usher.engine.shared.Reason.text;

import io.usher.engine.journey.Journey;
import io.usher.engine.journey.Journey.State;
import io.usher.engine.journey.TrailEntry.Result;
import io.usher.engine.journey.internal.record.Instances;
import io.usher.engine.journey.internal.record.JourneyRecord;
import io.usher.engine.journey.internal.record.JourneyRuns;
import io.usher.engine.journey.internal.record.TrailLines;
import io.usher.engine.journey.internal.record.Versions;
import io.usher.engine.journey.internal.visit.RunState;
import io.usher.engine.journey.internal.visit.Walk;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.crash.CrashPoints;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.Sentence;
import io.usher.engine.workflow.Version;
import io.usher.engine.workflow.Workflows;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the process instance of one journey: decide the first elements, claim and create, bind (mechanism.md, section 3.5). */
@Component
class Starter {

    private static final Sentence STARTED_BY = Sentence.of("trail", "started-by", "event");

    private final JourneyRuns runs;
    private final Workflows workflows;
    private final Walk walk;
    private final Creation creation;
    private final Instances instances;
    private final CrashPoints crashPoints;

    Starter(
            JourneyRuns runs,
            Workflows workflows,
            Walk walk,
            Creation creation,
            Instances instances,
            CrashPoints crashPoints) {
        this.runs = runs;
        this.workflows = workflows;
        this.walk = walk;
        this.creation = creation;
        this.instances = instances;
        this.crashPoints = crashPoints;
    }

    /** One try. Every step of it may be repeated, by this or another instance. */
    void start(JourneyRecord record) {
        var version = Versions.of(workflows, record.journey());
        var decided = record.ahead() == null ? decide(record, version) : record;
        if (decided == null || decided.ahead() == null) {
            return;
        }
        crashPoints.reached("start-after-decide");
        var instance = creation.of(decided.journey(), decided.ahead(), version);
        if (instance == null) {
            return;
        }
        crashPoints.reached("start-after-create");
        bind(decided.journey(), instance);
        crashPoints.reached("start-after-bind");
    }

    /** The journey with its first elements recorded, by this walk or by another; null when nothing is to be made. */
    private @Nullable JourneyRecord decide(JourneyRecord record, Version version) {
        var start = version.graph().node(version.graph().start());
        var position = RunState.of(record, version);
        var entered = record.journey().startedAt();
        var way = walk.from(position.passed(start.id()), Versions.wayOut(version, start.id()));
        var line = TrailLines.passed(
                start,
                position.pass(start.id()),
                entered,
                way.decidedAt(),
                Result.DONE,
                startedBy(record.journey()),
                null);
        Async.value(runs.begin(record, way.ahead(), way.progress().after(List.of(line))));
        var after = Async.await(runs.read(record.journey().id()));
        boolean mine = after != null
                && after.journey().state() == State.STARTING
                && after.journey().run() == record.journey().run();
        return mine ? after : null;
    }

    private static Reason startedBy(Journey journey) {
        var start = journey.start();
        return STARTED_BY.with(text(start.type() + (start.key() == null ? "" : " (" + start.key() + ")")));
    }

    /** Binds, or cancels the instance just made; but never before looking whether a worker bound this very one. */
    private void bind(Journey journey, long instance) {
        if (Async.value(runs.bind(journey.id(), journey.run(), instance))) {
            return;
        }
        var now = Async.await(runs.read(journey.id()));
        var bound = now == null ? null : now.journey().instance();
        if (bound == null || bound != instance) {
            Async.await(instances.cancel(instance));
        }
    }
}
