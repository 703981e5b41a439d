package io.usher.engine.event.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.shared.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

class BatcherTest {

    private final VirtualTimeScheduler timer = VirtualTimeScheduler.create();
    private final List<List<String>> batches = new ArrayList<>();
    private final List<Sinks.One<List<Mono<String>>>> writes = new ArrayList<>();
    private final List<Batcher.Turn> turns = new ArrayList<>();
    private final Batcher<String, String> batcher = new Batcher<>(
            new Batcher.Limits(3, Duration.ofMillis(3), 2, 4, 100, Duration.ofSeconds(15)),
            String::length,
            this::write,
            timer);

    @Test
    void shouldSendTheFirstAtOnceAndGatherCompanyWhileItIsUnderWay() {
        submit("a");
        submit("b");
        submit("c");
        assertThat(batches).containsExactly(List.of("a"));

        timer.advanceTimeBy(Duration.ofMillis(3));

        assertThat(batches).containsExactly(List.of("a"), List.of("b", "c"));
    }

    @Test
    void shouldAnswerAtOnceAndGoOnWhenAnErrorKeepsABatchFromLeaving() {
        // given
        var errors = new AtomicInteger(3);
        var fragile = new Batcher<String, String>(
                new Batcher.Limits(3, Duration.ofMillis(3), 2, 4, 100, Duration.ofSeconds(15)),
                String::length,
                (batch, turn) -> {
                    if (errors.getAndDecrement() > 0) {
                        throw new StackOverflowError();
                    }
                    return turn.take(Mono.just(batch.stream()
                            .map(item -> Mono.just("stored " + item))
                            .toList()));
                },
                timer);

        // when more batches fail than may be under way
        for (int i = 0; i < 3; i++) {
            StepVerifier.create(fragile.submit("lost"))
                    .expectErrorSatisfies(
                            e -> assertThat(((ProblemException) e).problem().status())
                                    .isEqualTo(503))
                    .verify(Duration.ofSeconds(5));
        }

        // then
        assertThat(fragile.submit("a").block(Duration.ofSeconds(5))).isEqualTo("stored a");
    }

    @Test
    void shouldNotWaitWhenABatchIsFull() {
        submit("a");
        submit("b");
        submit("c");
        submit("d");

        assertThat(batches).containsExactly(List.of("a"), List.of("b", "c", "d"));
    }

    @Test
    void shouldGiveEachItemItsOwnResult() {
        submit("a");
        var good = batcher.submit("good").toFuture();
        var bad = batcher.submit("bad").toFuture();
        timer.advanceTimeBy(Duration.ofMillis(3));

        writes.get(1).tryEmitValue(List.of(Mono.just("stored"), Mono.error(new IllegalStateException("broken"))));

        assertThat(good).isCompletedWithValue("stored");
        assertThat(bad).isCompletedExceptionally();
    }

    @Test
    void shouldRefuseWith503WhenTooManyWait() {
        submit("a");
        submit("b");
        timer.advanceTimeBy(Duration.ofMillis(3));
        for (int i = 0; i < 4; i++) {
            submit("w" + i);
        }

        StepVerifier.create(batcher.submit("one too many"))
                .expectErrorSatisfies(e ->
                        assertThat(((ProblemException) e).problem().status()).isEqualTo(503))
                .verify(Duration.ofSeconds(5));
    }

    @Test
    void shouldRefuseWith503WhenWhatWaitsIsTooLarge() {
        submit("a");

        StepVerifier.create(batcher.submit("x".repeat(101)))
                .expectError(ProblemException.class)
                .verify(Duration.ofSeconds(5));
    }

    @Test
    void shouldGoOnAfterAFailedBatch() {
        var failed = batcher.submit("a").toFuture();
        writes.getFirst().tryEmitError(new IllegalStateException("the store is away"));
        submit("b");

        assertThat(failed).isCompletedExceptionally();
        assertThat(batches).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void shouldLetBatchesTakeTurnsInTheOrderInWhichTheyLeft() {
        // given: two are under way together
        List.of("a", "b", "c", "d").forEach(this::submit);
        var answer = Sinks.<String>one();
        var done = new ArrayList<String>();

        // when: the second is there first
        turns.get(1).take(Mono.just("second")).subscribe(done::add);
        turns.get(0).take(answer.asMono()).subscribe(done::add);
        assertThat(done).isEmpty();
        answer.tryEmitValue("first");

        // then
        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void shouldNotWaitForTheTurnOfABatchThatEndedWithoutIt() {
        // given
        List.of("a", "b", "c", "d").forEach(this::submit);
        var done = new ArrayList<String>();
        turns.get(1).take(Mono.just("second")).subscribe(done::add);

        // when
        writes.getFirst().tryEmitError(new IllegalStateException("the store is away"));

        // then
        assertThat(done).containsExactly("second");
    }

    private void submit(String item) {
        batcher.submit(item).subscribe(answer -> {}, failure -> {});
    }

    private Mono<List<Mono<String>>> write(List<String> items, Batcher.Turn turn) {
        batches.add(items);
        turns.add(turn);
        var answer = Sinks.<List<Mono<String>>>one();
        writes.add(answer);
        return answer.asMono();
    }
}
