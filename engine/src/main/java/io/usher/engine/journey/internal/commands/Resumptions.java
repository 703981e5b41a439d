package io.usher.engine.journey.internal.commands;

import static io.usher.engine.shared.Reason.text;

import io.usher.engine.journey.Journey.Failure;
import io.usher.engine.journey.Journey.Place;
import io.usher.engine.journey.TrailEntry;
import io.usher.engine.journey.TrailEntry.Result;
import io.usher.engine.journey.internal.record.CurrentStep;
import io.usher.engine.journey.internal.record.JourneyRecord;
import io.usher.engine.journey.internal.record.Progress;
import io.usher.engine.journey.internal.record.RecordedVisit.Ahead;
import io.usher.engine.journey.internal.record.Resumption;
import io.usher.engine.journey.internal.record.TrailLines;
import io.usher.engine.journey.internal.record.Versions;
import io.usher.engine.journey.internal.visit.RunState;
import io.usher.engine.journey.internal.visit.Walk;
import io.usher.engine.journey.internal.visit.Way;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.Sentence;
import io.usher.engine.workflow.Graph.Node;
import io.usher.engine.workflow.Version;
import io.usher.engine.workflow.Workflows;
import io.usher.engine.workflow.spi.ActionBlock;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a parked journey goes on: what lies before that place is decided here and recorded in the update that places it. */
@Component
class Resumptions {

    private static final Sentence TRIED_AGAIN = Sentence.of("trail", "tried-again", "person");
    private static final Sentence SKIPPED = Sentence.of("trail", "skipped", "person");

    private final Workflows workflows;
    private final Walk walk;
    private final Clock clock;

    Resumptions(Workflows workflows, Walk walk, Clock clock) {
        this.workflows = workflows;
        this.walk = walk;
        this.clock = clock;
    }

    /** Once more what went wrong. */
    Resumption retry(JourneyRecord parked, Failure failure, String by) {
        var did = TRIED_AGAIN.with(text(by));
        if (failure.ofStart()) {
            return startAgain(parked, did);
        }
        var version = Versions.of(workflows, parked.journey());
        var node = version.graph().node(failure.block());
        var line = line(parked, node, Result.RETRIED, did);
        if (parked.parkedOn() != null) {
            var lines = new ArrayList<>(TrailLines.waitLeft(parked, clock.instant()));
            lines.add(line);
            return onwards(walk.from(RunState.of(parked, version), parked.parkedOn()), lines, null);
        }
        if (node.type() instanceof ActionBlock) {
            var step = CurrentStep.at(node, clock.instant());
            var progress = new Progress(
                    List.of(line), parked.passes(), step, parked.journey().memory(), null);
            return new Resumption(step.place(), Ahead.NOTHING, progress, null);
        }
        return new Resumption(
                null,
                null,
                new Progress(
                        List.of(line), parked.passes(), null, parked.journey().memory(), null),
                null);
    }

    /**
     * What was decided for the run that could not begin holds for the next one, which begins at the same place; nothing is passed
     * twice. The drawing is not asked: that it cannot be read may be what failed.
     */
    private Resumption startAgain(JourneyRecord parked, Reason did) {
        var failed = parked.trail().getLast();
        var line = new TrailEntry(
                failed.block(),
                failed.name(),
                failed.kind(),
                failed.pass(),
                failed.entered(),
                clock.instant(),
                Result.RETRIED,
                did,
                null,
                null);
        var progress = new Progress(
                List.of(line), parked.passes(), parked.step(), parked.journey().memory(), null);
        return new Resumption(parked.journey().at(), parked.ahead(), progress, null);
    }

    /** Behind the block, whose visit is recorded as left out. */
    Resumption skip(JourneyRecord parked, Failure failure, String by) {
        var version = Versions.of(workflows, parked.journey());
        var node = skippable(version, failure);
        var line = line(parked, node, Result.SKIPPED, SKIPPED.with(text(by)));
        var position = RunState.of(parked, version).passed(node.id());
        var way = walk.from(position, Versions.wayOut(version, node.id()));
        return onwards(way, List.of(line), visit(parked, failure));
    }

    /** The visit that a skip leaves out. */
    static String visit(JourneyRecord parked, Failure failure) {
        return visit(failure.block(), parked.pass(failure.block()));
    }

    static String visit(String block, int pass) {
        return block + ":" + pass;
    }

    private static Node skippable(Version version, Failure failure) {
        var node = version.graph().node(failure.block());
        if (!(node.type() instanceof ActionBlock)) {
            throw Problems.conflict(
                    "not-skippable",
                    "\"" + node.name() + "\" is a decision and cannot be skipped; try it again or stop the journey");
        }
        return node;
    }

    private static Resumption onwards(Way way, List<TrailEntry> before, @Nullable String skipped) {
        var step = way.progress().step();
        @Nullable Place at = step == null ? null : step.place();
        return new Resumption(at, way.ahead(), way.progress().after(before), skipped);
    }

    private TrailEntry line(JourneyRecord parked, Node node, Result result, Reason did) {
        var now = clock.instant();
        var step = parked.step();
        var entered = step == null ? now : step.place().since();
        return TrailLines.passed(node, parked.pass(node.id()), entered, now, result, did, null);
    }
}
