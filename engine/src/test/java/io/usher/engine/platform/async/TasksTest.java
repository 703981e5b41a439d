package io.usher.engine.platform.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TasksTest {

    private static final Executor HERE = Runnable::run;

    private final AtomicInteger ends = new AtomicInteger();

    @Test
    void shouldGiveBackWhatTheWorkHeldWhenAnErrorEndsIt() {
        Tasks.start(
                HERE,
                () -> {
                    throw new StackOverflowError();
                },
                ends::incrementAndGet);
        assertThat(ends).hasValue(1);
    }

    @Test
    void shouldGiveItBackWhenTheWorkCannotEvenBegin() {
        Executor none = task -> {
            throw new OutOfMemoryError("no thread");
        };
        assertThatThrownBy(() -> Tasks.start(none, () -> {}, ends::incrementAndGet))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(ends).hasValue(1);
    }

    @Test
    void shouldCountOnlyFailuresOfContentAsTries() {
        assertThat(Failures.ofContent(new IllegalStateException("broken rule"))).isTrue();
        assertThat(Failures.ofContent(new StackOverflowError())).isTrue();
        assertThat(Failures.ofContent(new IllegalStateException(new OutOfMemoryError())))
                .isFalse();
        assertThat(Failures.ofContent(new NoClassDefFoundError("io/usher/Missing")))
                .isFalse();
        assertThat(Failures.ofContent(new UnavailableException("away", new IllegalStateException())))
                .isFalse();
    }
}
