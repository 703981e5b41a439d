package io.usher.engine.journey.internal.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.journey.JourneyProperties;
import io.usher.engine.platform.async.UnavailableException;
import io.usher.engine.platform.time.RealTime;
import io.usher.engine.shared.JourneyId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class StartBackoffTest {

    private static final JourneyId BAD = new JourneyId("bad");
    private static final JourneyId GOOD = new JourneyId("good");
    private static final JourneyId OTHER = new JourneyId("other");
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final int TRIES = 3;

    private Instant now = Instant.parse("2026-05-01T10:00:00Z");
    private final StartBackoff backoff = new StartBackoff(
            new RealTime() {
                @Override
                public Instant now() {
                    return now;
                }
            },
            new JourneyProperties(
                    Duration.ofHours(72), Duration.ofHours(24), 2, TRIES, 4, Duration.ofSeconds(60), TRIES));

    @Test
    void shouldGoOnWithTheOthersWhenTheBrokerNeverAnswersOneJourney() {
        // given
        away(BAD);
        passes(FIRST_WAIT);
        backoff.succeeded(GOOD);

        for (int i = 0; i < 20; i++) {
            // when
            passes(LONGEST_WAIT);
            away(BAD);

            // then
            assertThat(backoff.brokerAnswers()).isTrue();
            assertThat(backoff.mayTry(BAD)).isFalse();
            assertThat(backoff.mayTry(OTHER)).isTrue();
            backoff.succeeded(GOOD);
        }
    }

    @Test
    void shouldRestTheOnlyJourneyThatFailsWithoutHoldingUpOneThatComes() {
        away(BAD);
        passes(FIRST_WAIT);

        away(BAD);

        assertThat(backoff.brokerAnswers()).isTrue();
        assertThat(backoff.mayTry(GOOD)).isTrue();
    }

    @Test
    void shouldRestAJourneyLongerEachTime() {
        for (int i = 0; i < 10; i++) {
            away(BAD);
            passes(LONGEST_WAIT);
        }

        away(BAD);

        passes(Duration.ofSeconds(5).minusMillis(1));
        assertThat(backoff.mayTry(BAD)).isFalse();
        passes(Duration.ofSeconds(5));
        assertThat(backoff.mayTry(BAD)).isTrue();
    }

    @Test
    void shouldWaitWithAllLongerEachTimeWhileTheBrokerIsAwayAndShortlyAgainAfterOneStart() {
        // given
        for (int i = 0; i < 10; i++) {
            for (var each : List.of(BAD, GOOD, OTHER)) {
                away(each);
            }
            assertThat(backoff.brokerAnswers()).isFalse();
            passes(LONGEST_WAIT);
            assertThat(backoff.brokerAnswers()).isTrue();
        }

        // when
        away(GOOD);

        // then
        passes(Duration.ofSeconds(5).minusMillis(1));
        assertThat(backoff.brokerAnswers()).isFalse();
        passes(Duration.ofSeconds(5));
        assertThat(backoff.brokerAnswers()).isTrue();

        // when
        backoff.succeeded(OTHER);
        away(new JourneyId("new"));

        // then
        assertThat(backoff.brokerAnswers()).isFalse();
        passes(FIRST_WAIT);
        assertThat(backoff.brokerAnswers()).isTrue();
    }

    @Test
    void shouldCountStartsThatFailTogetherOnce() {
        for (int i = 0; i < 10; i++) {
            away(new JourneyId("j" + i));
        }

        passes(FIRST_WAIT);

        assertThat(backoff.brokerAnswers()).isTrue();
    }

    @Test
    void shouldGiveUpAJourneyThatFailsByItselfAfterItsLastTry() {
        assertThat(failed(BAD)).isTrue();
        assertThat(failed(BAD)).isTrue();
        assertThat(failed(GOOD)).isTrue();
        assertThat(failed(BAD)).isFalse();
    }

    @Test
    void shouldForgetAJourneyThatIsStartedHereNoLonger() {
        // given: its lane went to another engine, or it was stopped, after two tries
        failed(BAD);
        failed(BAD);
        away(BAD);

        // when
        passes(Duration.ofMinutes(11));

        // then: all of its tries are new
        assertThat(failed(BAD)).isTrue();
        assertThat(failed(BAD)).isTrue();
        assertThat(failed(BAD)).isFalse();
    }

    private void away(JourneyId id) {
        backoff.unavailable(id, new UnavailableException("The broker does not answer", new TimeoutException()));
    }

    private boolean failed(JourneyId id) {
        return backoff.failed(id, new IllegalStateException("wrong"));
    }

    private void passes(Duration time) {
        now = now.plus(time);
    }
}
