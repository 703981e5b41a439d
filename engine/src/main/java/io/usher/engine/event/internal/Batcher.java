package io.usher.engine.event.internal;

import io.usher.engine.shared.Problems;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/**
 * Gathers single submissions of all connections into batches. With nothing under way a batch leaves at once; else it waits a
 * few milliseconds for company. Several batches may be under way; what waits is bounded in number and weight.
 */
final class Batcher<T, R> {

    /** @param maxWaiting submissions that may wait; @param maxWeight of all that wait together */
    record Limits(int batchSize, Duration gather, int inFlight, int maxWaiting, long maxWeight, Duration timeLimit) {}

    /** Writes one batch; one result per item, in order. */
    @FunctionalInterface
    interface Write<T, R> {
        Mono<List<Mono<R>>> of(List<T> batch, Turn turn);
    }

    /** A batch's place in the order in which batches left: they are under way together, but take turns at one step. */
    static final class Turn {

        private final Mono<Void> before;
        private final Sinks.Empty<Void> over = Sinks.empty();

        Turn(Mono<Void> before) {
            this.before = before;
        }

        /** The step, once every batch that left before has done its own, or has ended without it. */
        <V> Mono<V> take(Mono<V> step) {
            return before.then(step).doFinally(end -> over());
        }

        private void over() {
            over.tryEmitEmpty();
        }
    }

    private record Waiting<T, R>(T item, int weight, Sinks.One<R> answer) {}

    private record Batch<T, R>(List<Waiting<T, R>> entries, Turn turn) {}

    private static final Logger LOG = LoggerFactory.getLogger(Batcher.class);

    private final Limits limits;
    private final Write<T, R> write;
    private final ToIntFunction<T> weigh;
    private final Scheduler timer;
    private final ArrayDeque<Waiting<T, R>> waiting = new ArrayDeque<>();
    private long weight;
    private int underWay;
    private boolean gathering;
    private Mono<Void> lastTurn = Mono.empty();

    Batcher(Limits limits, ToIntFunction<T> weigh, Write<T, R> write, Scheduler timer) {
        this.limits = limits;
        this.weigh = weigh;
        this.write = write;
        this.timer = timer;
    }

    /** The item's result; 503 when too much waits already or no result came within the time limit. */
    Mono<R> submit(T item) {
        return Mono.defer(() -> enqueue(item))
                .timeout(
                        limits.timeLimit(),
                        Mono.error(() -> Problems.unavailable("Not stored in time; send it again")));
    }

    private Mono<R> enqueue(T item) {
        var entry = new Waiting<T, R>(item, weigh.applyAsInt(item), Sinks.one());
        synchronized (this) {
            if (waiting.size() >= limits.maxWaiting() || weight + entry.weight() > limits.maxWeight()) {
                return Mono.error(
                        Problems.unavailable("Too much is waiting to be stored; send it again a little later"));
            }
            waiting.add(entry);
            weight += entry.weight();
        }
        depart();
        return entry.answer().asMono();
    }

    private void depart() {
        for (var batch = next(); batch.isPresent(); batch = next()) {
            send(batch.get());
        }
    }

    /** The batch that may leave now; empty when nothing waits, enough is under way, or company is awaited. */
    private synchronized Optional<Batch<T, R>> next() {
        if (waiting.isEmpty() || underWay >= limits.inFlight()) {
            return Optional.empty();
        }
        if (underWay > 0 && waiting.size() < limits.batchSize()) {
            gather();
            return Optional.empty();
        }
        return Optional.of(take());
    }

    private Batch<T, R> take() {
        var batch = new ArrayList<Waiting<T, R>>(Math.min(waiting.size(), limits.batchSize()));
        while (batch.size() < limits.batchSize() && !waiting.isEmpty()) {
            var entry = waiting.remove();
            weight -= entry.weight();
            batch.add(entry);
        }
        underWay++;
        var turn = new Turn(lastTurn);
        lastTurn = turn.over.asMono();
        return new Batch<>(batch, turn);
    }

    private void gather() {
        if (!gathering) {
            timer.schedule(this::gathered, limits.gather().toMillis(), TimeUnit.MILLISECONDS);
            gathering = true;
        }
    }

    private void gathered() {
        Optional<Batch<T, R>> batch;
        synchronized (this) {
            gathering = false;
            batch = waiting.isEmpty() || underWay >= limits.inFlight() ? Optional.empty() : Optional.of(take());
        }
        batch.ifPresent(this::send);
    }

    private void send(Batch<T, R> leaving) {
        var batch = leaving.entries();
        var landing = new AtomicBoolean();
        try {
            Mono.defer(() -> write.of(batch.stream().map(Waiting::item).toList(), leaving.turn()))
                    .timeout(
                            limits.timeLimit(),
                            Mono.error(() -> Problems.unavailable("Not stored in time; send it again")))
                    .doFinally(end -> landed(leaving, landing))
                    .subscribe(results -> answer(batch, results), failure -> fail(batch, failure));
        } catch (Throwable e) {
            // an error of the machine is thrown past every operator: nobody else would tell those who wait
            fail(batch, Problems.unavailable("Not stored; send it again"));
            LOG.error("A batch could not leave", e);
            landed(leaving, landing);
        }
    }

    private void landed(Batch<T, R> batch, AtomicBoolean landing) {
        if (!landing.compareAndSet(false, true)) {
            return;
        }
        batch.turn().over();
        synchronized (this) {
            underWay--;
        }
        depart();
    }

    private static <T, R> void answer(List<Waiting<T, R>> batch, List<Mono<R>> results) {
        for (int i = 0; i < batch.size(); i++) {
            var answer = batch.get(i).answer();
            results.get(i).subscribe(answer::tryEmitValue, answer::tryEmitError);
        }
    }

    private static <T, R> void fail(List<Waiting<T, R>> batch, Throwable failure) {
        LOG.warn("A batch of {} could not be stored: {}", batch.size(), String.valueOf(failure));
        batch.forEach(each -> each.answer().tryEmitError(failure));
    }
}
