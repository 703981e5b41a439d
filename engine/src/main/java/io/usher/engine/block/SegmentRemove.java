package io.usher.engine.block;

import static io.usher.engine.shared.Reason.text;

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

/** Removes the contact from a list segment. */
@Component
class SegmentRemove implements ActionBlock {

    private static final Sentence REMOVED = Sentence.of("segment-remove", "removed", "segment");
    private static final Sentence ALREADY_OUT = Sentence.of("segment-remove", "already-out", "segment");
    private static final Sentence NO_SEGMENT = Sentence.of("segment-remove", "no-segment", "segment");

    private static final BlockDescription DESCRIPTION = new BlockDescription(
            "segment-remove",
            "Remove from segment",
            "Removes the contact from a list segment.",
            "{segment}",
            "audience",
            "user-minus",
            Drawn.SERVICE_TASK,
            "usher.segment-remove",
            Ways.ONE,
            List.of(Field.of("segment", "Segment", "A list segment", Kind.SEGMENT)));

    private final Segments segments;

    SegmentRemove(Segments segments) {
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
        boolean removed = Async.value(segments.remove(visit.workspace(), segment.key(), visit.contact()));
        return new Outcome.GoOn((removed ? REMOVED : ALREADY_OUT).with(text(segment.name())));
    }
}
