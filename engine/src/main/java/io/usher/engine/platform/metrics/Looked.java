package io.usher.engine.platform.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How much waits somewhere and how old the one is whose turn is next, as a loop saw it last: asking for the numbers asks no
 * database. Not a number until the first look.
 */
public final class Looked {

    /** No look counts further: many are many, and their age tells the rest. */
    public static final int MOST = 10_000;

    private volatile double waiting = Double.NaN;
    private volatile double age = Double.NaN;

    /** Registers {@code <name>} and {@code <name>.oldest.age}. */
    public Looked(MeterRegistry meters, String name, String what) {
        Gauge.builder(name, () -> waiting)
                .description(what + ", at most " + MOST + "; seen within the last seconds")
                .register(meters);
        TimeGauge.builder(name + ".oldest.age", () -> age, TimeUnit.MILLISECONDS)
                .description("How long ago the one whose turn is next was made; seen within the last seconds")
                .register(meters);
    }

    /** What was seen now; {@code next}: the age of the one whose turn is next, zero when nothing waits. */
    public void saw(long count, Duration next) {
        waiting = count;
        age = next.toMillis();
    }
}
