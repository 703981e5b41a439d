package io.usher.engine.job.internal;

import io.usher.engine.job.Job;
import org.jspecify.annotations.Nullable;

/**
 * A job that this engine works.
 *
 * @param cursor where its next page begins; null for the first
 * @param page the number of its next page, from 0
 * @param tries how often its next page was begun, this time included; 0 right after a page that succeeded
 * @param bytes of its file so far
 * @param token of this hold: nobody else has it
 */
public record Held(Job job, @Nullable String cursor, int page, int tries, long bytes, String token) {}
