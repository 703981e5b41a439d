package io.usher.engine.message.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usher.engine.message.internal.Sender.Attempt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class DeliveryPlacesTest {

    private final List<String> waiting = new ArrayList<>();
    private final List<Integer> asked = new ArrayList<>();
    private final List<Integer> rooms = new ArrayList<>();
    private final AtomicInteger freed = new AtomicInteger();
    private final List<String> delivered = new ArrayList<>();
    private final List<Runnable> begun = new ArrayList<>();

    @Test
    void shouldDeliverTheOthersAndGetEveryPlaceBackWhenOneCannotBegin() throws InterruptedException {
        // given
        waiting.addAll(List.of("first", "second", "third"));
        var tasks = new AtomicInteger();
        var places = places(task -> {
            if (tasks.incrementAndGet() == 2) {
                throw new OutOfMemoryError("no thread");
            }
            task.run();
        });

        // when
        assertThatThrownBy(places::fill).hasRootCauseMessage("no thread");

        // then
        assertThat(delivered).containsExactly("first", "third");
        assertThat(places.fill()).isFalse();
        assertThat(asked).containsExactly(DeliveryPlaces.SIDE_BY_SIDE, DeliveryPlaces.SIDE_BY_SIDE);
    }

    @Test
    void shouldGetEveryPlaceBackWhenNoneCanBegin() throws InterruptedException {
        waiting.addAll(List.of("first", "second"));
        var places = places(task -> {
            throw new OutOfMemoryError("no thread");
        });

        assertThatThrownBy(places::fill).hasRootCauseMessage("no thread");

        assertThat(places.close(Duration.ZERO)).isTrue();
    }

    @Test
    void shouldTakeNoMoreThanThereAreFreePlaces() throws InterruptedException {
        waiting.addAll(List.of("first", "second", "third"));
        var places = places(begun::add);

        assertThat(places.fill()).isTrue();
        assertThat(places.fill()).isFalse();

        assertThat(asked).containsExactly(DeliveryPlaces.SIDE_BY_SIDE, DeliveryPlaces.SIDE_BY_SIDE - 3);
        assertThat(places.close(Duration.ZERO)).isFalse();
        begun.forEach(Runnable::run);
        assertThat(places.close(Duration.ZERO)).isTrue();
    }

    @Test
    void shouldKeepHalfOfThePlacesFromAConnectionThatHangs() throws InterruptedException {
        // given
        var places = places(begun::add);
        for (int i = 0; i < DeliveryPlaces.OF_ONE; i++) {
            waiting.add("hangs " + i);
        }
        assertThat(places.fill()).isTrue();

        // when
        assertThat(places.fill()).isFalse();

        // then
        assertThat(rooms).containsExactly(DeliveryPlaces.OF_ONE, 0);
        begun.forEach(Runnable::run);
        assertThat(places.fill()).isFalse();
        assertThat(rooms).endsWith(DeliveryPlaces.OF_ONE);
        assertThat(freed).hasValue(DeliveryPlaces.OF_ONE);
    }

    private DeliveryPlaces places(Executor threads) {
        return new DeliveryPlaces(new Takes(), threads, freed::incrementAndGet);
    }

    /** Messages are told apart by their tokens. */
    private final class Takes extends Sender {

        Takes() {
            super(null, null, null, null, null);
        }

        @Override
        List<Attempt> take(int most, ToIntFunction<String> room) {
            asked.add(most);
            rooms.add(room.applyAsInt("one"));
            var taken =
                    waiting.stream().map(each -> new Attempt(null, each, "one")).toList();
            waiting.clear();
            return taken;
        }

        @Override
        void deliver(Attempt attempt) {
            delivered.add(attempt.token());
        }
    }
}
