package io.usher.designer.journeys;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One journey whole, as the engine answers it. */
public record JourneyDetail(
        @JsonUnwrapped JourneyRow journey, @Nullable String orderId, List<Line> trail) {

    /** One block and what the journey did there. */
    public record Line(
            String block,
            String name,
            String kind,
            int pass,
            Instant entered,
            @Nullable Instant left,
            String result,
            String text,
            @Nullable String way,
            @Nullable Instant until,
            @Nullable Written message) {}

    /** The message that was written at a block, and what became of it. */
    public record Written(String id, String state, String text) {}
}
