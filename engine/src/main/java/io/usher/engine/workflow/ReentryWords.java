package io.usher.engine.workflow;

import static io.usher.engine.shared.Reason.nested;
import static io.usher.engine.shared.Reason.text;
import static io.usher.engine.shared.Reason.whole;

import io.usher.engine.shared.Reason;
import io.usher.engine.shared.Reason.Value;
import io.usher.engine.shared.Sentence;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A re-entry policy as a person says it: "each time", "once", "once in every 2 hours". */
public final class ReentryWords {

    private static final Sentence POLICY = Sentence.of("reentry", "policy", "often", "scope", "meanwhile");
    private static final Sentence EACH = Sentence.of("reentry", "each");
    private static final Sentence ONCE = Sentence.of("reentry", "once");
    private static final Sentence ONCE_IN = Sentence.of("reentry", "once-in", "every", "unit");
    private static final Sentence PER_KEY = Sentence.of("reentry", "per-key");
    private static final Sentence PER_PARAM = Sentence.of("reentry", "per-param", "param");
    private static final Sentence SKIP = Sentence.of("reentry", "skip");
    private static final Sentence RESTART = Sentence.of("reentry", "restart");

    private ReentryWords() {}

    /** The whole policy. */
    public static Reason of(Reentry reentry) {
        return POLICY.with(nested(often(reentry)), per(reentry.per()), meanwhile(reentry.whileRunning()));
    }

    /** Without what holds in which scope: "once in every 2 hours". */
    public static Reason often(Reentry reentry) {
        return switch (reentry.mode()) {
            case EACH -> EACH.with();
            case ONCE -> ONCE.with();
            case ONCE_IN -> ONCE_IN.with(whole(reentry.every()), text(unit(reentry)));
        };
    }

    private static String unit(Reentry reentry) {
        var unit = reentry.unit() == null ? Reentry.Unit.DAYS : reentry.unit();
        return unit.name().toLowerCase(Locale.ROOT);
    }

    private static Value per(@Nullable String per) {
        return switch (per) {
            case null -> nested();
            case "key" -> nested(PER_KEY.with());
            default -> nested(PER_PARAM.with(text(per)));
        };
    }

    private static Value meanwhile(Reentry.WhileRunning meanwhile) {
        return switch (meanwhile) {
            case START -> nested();
            case SKIP -> nested(SKIP.with());
            case RESTART -> nested(RESTART.with());
        };
    }
}
