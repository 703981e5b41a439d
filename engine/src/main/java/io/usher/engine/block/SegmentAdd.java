package io.usher.engine.block;

import static io.usher.engine.shared.Reason.text;

import io.usher.engine.audience.Segment;
import io.usher.engine.audience.Segments;
import io.usher.engine.platform.async.Async;
import io.usher.engine.shared.Sentence;
import io.usher.engine.workflow.spi.ActionBlock;
import io.usher.engine.workflow.spi.BlockDescription;
import io.usher.engine.workflow.spi.BlockDescription.Drawn;
import io.usher.engine.workflow.spi.BlockDescription.Field;
import io.usher.engine.workflow.spi.BlockDescription.Kind;
import io.usher.engine.workflow.spi.BlockDescription.Ways;
import io.usher.engine.workflow.spi.Outcome;
import io.usher.engine.workflow.spi.Visit;
import java.util.List;
import org.springframework.stereotype.Component;

/** Adds the contact to a list segment. */
@Component
class SegmentAdd implements ActionBlock {

    private static final Sentence ADDED = Sentence.of("segment-add", "added", "segment");
    private static final Sentence ALREADY_IN = Sentence.of("segment-add", "already-in", "segment");
    private static final Sentence NO_SEGMENT = Sentence.of("segment-add", "no-segment", "segment");

    private static final BlockDescription DESCRIPTION = new BlockDescription(
            "segment-add",
            "Add to segment",
            "Adds the contact to a list segment.",
            "{segment}",
            "audience",
            "user-plus",
            Drawn.SERVICE_TASK,
            "usher.segment-add",
            Ways.ONE,
            List.of(Field.of("segment", "Segment", "A list segment", Kind.SEGMENT)));

    private final Segments segments;

    SegmentAdd(Segments segments) {
        this.segments = segments;
    }

    @Override
    public BlockDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Outcome run(Visit visit) {
        var key = visit.settings().text("segment", "");
        var segment = key.isEmpty() ? null : Async.await(segments.find(visit.workspace(), key));
        if (segment == null) {
            return new Outcome.Failed(NO_SEGMENT.with(text(key)));
        }
        boolean added = Async.value(segments.add(visit.workspace(), segment.key(), visit.contact(), visit.key()));
        var did = added || addedHere(visit, segment) ? ADDED : ALREADY_IN;
        return new Outcome.GoOn(did.with(text(segment.name())));
    }

    /** A retry finds what this very visit has added. */
    private boolean addedHere(Visit visit, Segment segment) {
        return Async.value(segments.memberSince(visit.workspace(), segment.key(), visit.contact()))
                .filter(since -> !since.isBefore(visit.enteredAt()))
                .isPresent();
    }
}
