package io.usher.engine.account.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.platform.async.Async;
import io.usher.engine.shared.Ids;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What every store of tries must do. What is free already may go at any time, so all that must stay lies far ahead. */
public abstract class TryStoreContract {

    private static final Instant LATER = Instant.parse("2100-01-01T12:00:00.123Z");
    private static final Instant STILL_LATER = LATER.plusMillis(1);
    private static final Instant LONG_AGO = Instant.parse("2000-01-01T12:00:00Z");

    private final String key = Ids.random();

    protected abstract TryStore tries();

    @Test
    void shouldKnowNothingOfAKeyThatWasNeverTried() {
        assertThat(freeAt(key)).isNull();
    }

    @Test
    void shouldBeginOnce() {
        assertThat(move(null, LATER)).isTrue();
        assertThat(move(null, STILL_LATER)).isFalse();

        assertThat(freeAt(key)).isEqualTo(LATER);
    }

    @Test
    void shouldMoveOnlyFromWhatIsKept() {
        move(null, LATER);

        assertThat(move(STILL_LATER, STILL_LATER.plusSeconds(1))).isFalse();
        assertThat(move(LATER, STILL_LATER)).isTrue();
        assertThat(move(LATER, LATER.plusSeconds(1))).isFalse();

        assertThat(freeAt(key)).isEqualTo(STILL_LATER);
    }

    @Test
    void shouldNotMoveWhatIsNotThere() {
        assertThat(move(LATER, STILL_LATER)).isFalse();
        assertThat(freeAt(key)).isNull();
    }

    @Test
    void shouldKeepWholeMilliseconds() {
        move(null, LATER.plusNanos(456_789));

        assertThat(freeAt(key)).isEqualTo(LATER);
        assertThat(move(LATER.plusNanos(456_789), STILL_LATER)).isTrue();
    }

    @Test
    void shouldLetOneOfManyMoveTheSame() {
        move(null, LATER);

        var moved = Async.all(Flux.range(1, 20).flatMap(i -> tries().move(key, LATER, LATER.plusSeconds(i)), 20));

        assertThat(moved).containsOnlyOnce(true);
    }

    @Test
    void shouldForgetWhatIsFreeAndNothingElse() {
        var free = Ids.random();
        Async.value(tries().move(free, null, LONG_AGO));
        move(null, LATER);

        Async.await(tries().forgetFree(LONG_AGO));

        assertThat(List.of(free, key)).filteredOn(each -> freeAt(each) != null).containsExactly(key);
    }

    private boolean move(Instant before, Instant next) {
        return Async.value(tries().move(key, before, next));
    }

    private Instant freeAt(String each) {
        return Async.await(tries().freeAt(each));
    }
}
