package io.usher.engine.journey.internal.visit;

import io.usher.engine.journey.internal.record.Progress;
import io.usher.engine.journey.internal.record.RecordedVisit.Ahead;
import java.time.Instant;

/** The way from a flow to where the process next needs a job or time, or to the end. */
public record Way(Ahead ahead, Progress progress, Instant decidedAt) {}
