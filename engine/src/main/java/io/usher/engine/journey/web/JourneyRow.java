package io.usher.engine.journey.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import io.usher.engine.journey.Journey;
import io.usher.engine.journey.Journey.State;
import io.usher.engine.platform.words.ReasonAnswer;
import io.usher.engine.platform.words.Wording;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One journey as lists show it. */
record JourneyRow(
        String id,
        String workflowId,
        String workflowName,
        int version,
        String contactId,

        @Schema(description = "The contact's name, else e-mail address, else phone number") @Nullable
        String contactLabel,

        StartedBy startedBy,
        String state,
        Instant startedAt,
        @Nullable Stands stands,
        @Nullable Failed failure,
        @Nullable Ended end) {

    static JourneyRow of(Journey journey, @Nullable String contactLabel, String blockName, Wording wording) {
        return new JourneyRow(
                journey.id().value(),
                journey.workflow().value(),
                journey.workflowName(),
                journey.version(),
                journey.contact().value(),
                contactLabel,
                StartedBy.of(journey),
                state(journey.state()),
                journey.startedAt(),
                Stands.of(journey, blockName),
                Failed.of(journey, wording),
                Ended.of(journey, blockName, wording));
    }

    private static String state(State state) {
        return switch (state) {
            case STARTING, RUNNING -> State.RUNNING.key();
            case FAILED, FINISHED, STOPPED -> state.key();
        };
    }

    /** The event that started it. */
    record StartedBy(
            String eventId, String eventType, @Nullable String key) {

        static StartedBy of(Journey journey) {
            var start = journey.start();
            return new StartedBy(start.event().value(), start.type().value(), start.key());
        }
    }

    /** The block where it stands, since when, and until when a wait lasts. */
    record Stands(
            String block,
            String name,
            Instant since,
            @Nullable Instant until) {

        static @Nullable Stands of(Journey journey, String name) {
            var place = journey.block();
            return place == null || journey.state().ended()
                    ? null
                    : new Stands(place.block(), name, place.since(), place.until());
        }
    }

    /** Why it is parked. */
    record Failed(String block, @JsonUnwrapped ReasonAnswer reason, Instant since) {

        static @Nullable Failed of(Journey journey, Wording wording) {
            var failure = journey.failure();
            return failure == null
                    ? null
                    : new Failed(failure.block(), ReasonAnswer.of(failure.because(), wording), failure.since());
        }
    }

    /**
     * How it ended; the event is the one that stopped it or began it again.
     *
     * @param block where it stood when it was stopped; null where it came to its end
     */
    record Ended(
            Instant at,
            @JsonUnwrapped ReasonAnswer reason,
            @Nullable String eventId,
            @Nullable String eventType,
            @Nullable String block,
            @Nullable String blockName) {

        static @Nullable Ended of(Journey journey, String blockName, Wording wording) {
            var end = journey.end();
            if (end == null) {
                return null;
            }
            var stood = journey.state() == State.STOPPED ? journey.block() : null;
            return new Ended(
                    end.at(),
                    ReasonAnswer.of(end.because(), wording),
                    end.event() == null ? null : end.event().value(),
                    end.eventType() == null ? null : end.eventType().value(),
                    stood == null ? null : stood.block(),
                    stood == null ? null : blockName);
        }
    }
}
