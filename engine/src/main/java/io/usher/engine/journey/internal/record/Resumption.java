package io.usher.engine.journey.internal.record;

import io.usher.engine.journey.Journey.Place;
import io.usher.engine.journey.internal.record.RecordedVisit.Ahead;
import org.jspecify.annotations.Nullable;

/**
 * Where the next run of a journey begins, decided and recorded in the update that places it.
 *
 * @param at the block where it begins, null: at the start
 * @param ahead what its instance is created with, null: to be decided by the start loop
 * @param progress what is recorded with it; with an end no instance follows
 * @param skipped the visit that is left out, {@code block:pass}
 */
public record Resumption(
        @Nullable Place at,
        @Nullable Ahead ahead,
        Progress progress,
        @Nullable String skipped) {}
