package io.usher.engine.workflow.internal;

import io.usher.engine.workflow.Reentry;
import io.usher.engine.workflow.Reentry.Mode;
import io.usher.engine.workflow.Reentry.Unit;
import io.usher.engine.workflow.Reentry.WhileRunning;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The re-entry policy as it stands in the API. */
final class ReentryJson {

    private static final int LONGEST = 10_000;
    private static final Map<String, Mode> MODES =
            Map.of("each", Mode.EACH, "once", Mode.ONCE, "once-in", Mode.ONCE_IN);
    private static final Map<String, Unit> UNITS =
            Map.of("hours", Unit.HOURS, "days", Unit.DAYS, "weeks", Unit.WEEKS, "months", Unit.MONTHS);
    private static final Map<String, WhileRunning> WHILE_RUNNING =
            Map.of("start", WhileRunning.START, "skip", WhileRunning.SKIP, "restart", WhileRunning.RESTART);

    private ReentryJson() {}

    static Reentry read(JsonFields reentry) {
        reentry.only("mode", "every", "unit", "per", "whileRunning");
        var mode = reentry.choice("mode", MODES, Mode.EACH);
        int every = 0;
        Unit unit = null;
        if (mode == Mode.ONCE_IN) {
            every = reentry.number("every", 1, LONGEST);
            unit = reentry.choice("unit", UNITS, Unit.DAYS);
        } else {
            reentry.absent("every", "only \"once-in\" has it");
            reentry.absent("unit", "only \"once-in\" has it");
        }
        var whileRunning = reentry.optionalChoice("whileRunning", WHILE_RUNNING, WhileRunning.START);
        return new Reentry(mode, every, unit, reentry.optionalText("per"), whileRunning);
    }

    static Map<String, @Nullable Object> write(Reentry reentry) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("mode", keyOf(MODES, reentry.mode()));
        if (reentry.mode() == Mode.ONCE_IN) {
            json.put("every", reentry.every());
            json.put("unit", keyOf(UNITS, reentry.unit()));
        }
        if (reentry.per() != null) {
            json.put("per", reentry.per());
        }
        json.put("whileRunning", keyOf(WHILE_RUNNING, reentry.whileRunning()));
        return json;
    }

    private static <T> @Nullable String keyOf(Map<String, T> names, @Nullable T value) {
        return names.entrySet().stream()
                .filter(each -> each.getValue().equals(value))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
