package io.usher.engine.journey.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.usher.engine.journey.Journeys.Trail;
import io.usher.engine.journey.TrailEntry;
import io.usher.engine.message.Message;
import io.usher.engine.platform.words.ReasonAnswer;
import io.usher.engine.platform.words.Wording;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One journey with its trail; {@code memory} is what its blocks handed on, the order's number among it. */
record JourneyDetail(
        @JsonUnwrapped JourneyRow journey, @Nullable String orderId, Map<String, Object> memory, List<Line> trail) {

    /** One coming of the journey to a block. */
    record Pass(String block, int number) {}

    static JourneyDetail of(JourneyRow row, Trail trail, Map<Pass, Message> written, Wording wording) {
        return new JourneyDetail(
                row,
                trail.journey().memory().order().orElse(null),
                trail.journey().memory().facts(),
                trail.entries().stream()
                        .map(entry -> Line.of(entry, written.get(new Pass(entry.block(), entry.pass())), wording))
                        .toList());
    }

    /** What became of a message that was written at a block: the block is done when it is written, the message may be held. */
    record Written(String id, String state, String code, String text) {

        static Written of(Message message, Wording wording) {
            var entry = message.entry();
            return new Written(message.id().value(), entry.state().key(), entry.code(), entry.text(wording));
        }
    }

    /**
     * One block of the trail; the last line is the place where the journey stands while it has not left it.
     *
     * @param message the one that was written here, null where none was
     */
    record Line(
            String block,
            String name,
            String kind,
            int pass,
            Instant entered,
            @Nullable Instant left,
            String result,
            @JsonUnwrapped ReasonAnswer did,
            @Nullable String way,
            @Nullable Instant until,
            @Nullable Written message) {

        static Line of(TrailEntry entry, @Nullable Message written, Wording wording) {
            return new Line(
                    entry.block(),
                    entry.name(),
                    entry.kind(),
                    entry.pass(),
                    entry.entered(),
                    entry.left(),
                    entry.result().key(),
                    ReasonAnswer.of(entry.did(), wording),
                    entry.way(),
                    entry.until(),
                    written == null ? null : Written.of(written, wording));
        }
    }
}
