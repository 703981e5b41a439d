package io.usher.engine.journey.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.usher.engine.journey.Journeys.Trail;
import io.usher.engine.journey.TrailEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One journey with its trail. */
record JourneyDetail(
        @JsonUnwrapped JourneyRow journey, @Nullable String orderId, List<Line> trail) {

    static JourneyDetail of(JourneyRow row, Trail trail) {
        return new JourneyDetail(
                row,
                trail.journey().orderId(),
                trail.entries().stream().map(Line::of).toList());
    }

    /** One block of the trail; the last line is the place where the journey stands while it has not left it. */
    record Line(
            String block,
            String name,
            String kind,
            int pass,
            Instant entered,
            @Nullable Instant left,
            String result,
            String text,
            @Nullable String way,
            @Nullable Instant until) {

        static Line of(TrailEntry entry) {
            return new Line(
                    entry.block(),
                    entry.name(),
                    entry.kind(),
                    entry.pass(),
                    entry.entered(),
                    entry.left(),
                    entry.result().key(),
                    entry.did(),
                    entry.way(),
                    entry.until());
        }
    }
}
