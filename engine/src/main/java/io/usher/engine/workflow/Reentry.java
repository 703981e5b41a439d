package io.usher.engine.workflow;

import org.jspecify.annotations.Nullable;

/**
 * How often one contact may start: each time, once, or once in every N units (counted from the acceptance of the event that
 * last started), and what holds while one runs. {@code per} is a param path or {@code key}; null: per contact.
 */
public record Reentry(
        Mode mode, int every, @Nullable Unit unit, @Nullable String per, WhileRunning whileRunning) {

    public static final Reentry EACH_TIME = new Reentry(Mode.EACH, 0, null, null, WhileRunning.START);

    /** Nothing to decide: every event starts. */
    public boolean unlimited() {
        return mode == Mode.EACH && whileRunning == WhileRunning.START;
    }

    /** How often. */
    public enum Mode {
        EACH,
        ONCE,
        ONCE_IN
    }

    /** Hour 3600 s, day 24 h, week 7 days, month a calendar month in the workspace's zone, end of month clamped. */
    public enum Unit {
        HOURS,
        DAYS,
        WEEKS,
        MONTHS
    }

    /** While one runs in the same scope: start another, skip, or begin again with the newest event. */
    public enum WhileRunning {
        START,
        SKIP,
        RESTART
    }
}
