package io.usher.engine.platform.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.usher.engine.platform.PlatformProperties;
import io.usher.engine.platform.start.TestStartup;
import io.usher.engine.platform.time.RealTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopTest {

    private static final Duration POLL = Duration.ofMillis(5);

    private volatile Instant now = Instant.parse("2026-05-01T10:00:00Z");
    private final Loops loops = new Loops(TestStartup.ready(), properties(), new RealTime() {
        @Override
        public Instant now() {
            return now;
        }
    });

    @AfterEach
    void stop() {
        loops.stop();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                StackOverflowError.class,
                NoClassDefFoundError.class,
                OutOfMemoryError.class,
                AssertionError.class,
                IllegalStateException.class
            })
    void shouldGoOnWhateverAPassThrows(Class<? extends Throwable> kind) {
        // given
        var rounds = new AtomicInteger();
        loops.add("fragile", POLL, () -> {
            if (rounds.incrementAndGet() == 2) {
                throw Sneaky.thrown(kind);
            }
            return false;
        });

        // when
        loops.start();

        // then
        await().until(() -> rounds.get() >= 4);
        var state = state();
        assertThat(state.failure()).isEqualTo(new LoopState.Failure(now, kind.getSimpleName()));
        assertThat(state.failingSince()).isNull();
        assertThat(state.round()).isNotNull();
    }

    @Test
    void shouldTellWhenItsLastRoundEndedAndHowLongItTook() {
        var rounds = new AtomicInteger();
        loops.add("slow", POLL, () -> {
            if (rounds.incrementAndGet() == 1) {
                now = now.plusSeconds(7);
            }
            return true;
        });
        var loop = state();
        assertThat(loop.round()).isNull();
        assertThat(loop.silent(now.plus(Duration.ofDays(1)))).isFalse();

        loops.start();

        await().until(() -> state().round() != null);
        await().until(() -> rounds.get() > 2);
        assertThat(state().round().at()).isEqualTo("2026-05-01T10:00:07Z");
    }

    @Test
    void shouldBeSilentWhenARoundNeverEndsAndNotWhileItSaysThatItGoesOn() {
        // given a round that hangs
        var hangs = new CountDownLatch(1);
        var begun = new CountDownLatch(1);
        var loop = loops.add("stuck", POLL, () -> {
            begun.countDown();
            hangs.await();
            return false;
        });
        loops.start();
        await().until(() -> begun.getCount() == 0);
        assertThat(state().silent(now)).isFalse();

        // when
        now = now.plus(LoopState.PATIENCE).plusSeconds(1);

        // then
        assertThat(state().silent(now)).isTrue();
        loop.alive();
        assertThat(state().silent(now)).isFalse();
    }

    @Test
    void shouldBeFailingWhenNoRoundHasSucceededForTooLong() {
        // given
        var broken = new AtomicInteger(1);
        loops.add("broken", POLL, () -> {
            if (broken.get() == 1) {
                throw new IllegalStateException("broken");
            }
            return false;
        });
        loops.start();
        await().until(() -> state().failingSince() != null);
        assertThat(state().failing(now)).isFalse();

        // when
        now = now.plus(LoopState.PATIENCE).plusSeconds(1);

        // then
        assertThat(state().failing(now)).isTrue();

        // when
        broken.set(0);

        // then
        await().until(() -> state().failingSince() == null);
        assertThat(state().failing(now)).isFalse();
    }

    private LoopState state() {
        return loops.states().getFirst();
    }

    private static PlatformProperties properties() {
        return new PlatformProperties("", "", null, false, null, Duration.ofSeconds(10), true);
    }

    private static final class Sneaky {

        /** Throws what no signature names, as the machine does. */
        private static RuntimeException thrown(Class<? extends Throwable> kind) {
            try {
                Sneaky.<RuntimeException>sneak(kind.getDeclaredConstructor().newInstance());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
            throw new IllegalStateException();
        }

        @SuppressWarnings("unchecked")
        private static <T extends Throwable> void sneak(Throwable thrown) throws T {
            throw (T) thrown;
        }
    }
}
