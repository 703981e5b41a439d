package io.usher.engine.workflow;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A re-entry policy as a person says it: "each time", "once", "once in every 2 hours". */
public final class ReentryWords {

    private ReentryWords() {}

    /** The whole policy. */
    public static String of(Reentry reentry) {
        return often(reentry) + per(reentry.per()) + meanwhile(reentry.whileRunning());
    }

    /** Without what holds in which scope: "once in every 2 hours". */
    public static String often(Reentry reentry) {
        return switch (reentry.mode()) {
            case EACH -> "each time";
            case ONCE -> "once";
            case ONCE_IN -> "once in every " + period(reentry.every(), reentry.unit());
        };
    }

    private static String period(int every, Reentry.@Nullable Unit unit) {
        var units = (unit == null ? Reentry.Unit.DAYS : unit).name().toLowerCase(Locale.ROOT);
        return every == 1 ? units.substring(0, units.length() - 1) : every + " " + units;
    }

    private static String per(@Nullable String per) {
        return switch (per) {
            case null -> "";
            case "key" -> " for each event key";
            default -> " for each value of \"" + per + "\"";
        };
    }

    private static String meanwhile(Reentry.WhileRunning meanwhile) {
        return switch (meanwhile) {
            case START -> "";
            case SKIP -> ", not while a journey is running";
            case RESTART -> ", starting again if a journey is running";
        };
    }
}
