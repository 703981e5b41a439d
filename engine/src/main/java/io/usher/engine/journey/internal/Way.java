package io.usher.engine.journey.internal;

import io.usher.engine.journey.internal.RecordedVisit.Ahead;
import java.time.Instant;

/** The way from a flow to where the process next needs a job or time, or to the end. */
record Way(Ahead ahead, Progress progress, Instant decidedAt) {}
