package io.usher.engine.event.internal;

import io.usher.engine.shared.Problems;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
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

    private record Waiting<T, R>(T item, int weight, Sinks.One<R> answer) {}

    private static final Logger LOG = LoggerFactory.getLogger(Batcher.class);

    private final Limits limits;
    private final Function<List<T>, Mono<List<Mono<R>>>> write;
    private final ToIntFunction<T> weigh;
    private final Scheduler timer;
    private final ArrayDeque<Waiting<T, R>> waiting = new ArrayDeque<>();
    private long weight;
    private int underWay;
    private boolean gathering;

    /** @param write answers one result per item, in order */
    Batcher(Limits limits, ToIntFunction<T> weigh, Function<List<T>, Mono<List<Mono<R>>>> write, Scheduler timer) {
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
        for (var batch = next(); !batch.isEmpty(); batch = next()) {
            send(batch);
        }
    }

    /** The batch that may leave now; empty when nothing waits, enough is under way, or company is awaited. */
    private synchronized List<Waiting<T, R>> next() {
        if (waiting.isEmpty() || underWay >= limits.inFlight()) {
            return List.of();
        }
        if (underWay > 0 && waiting.size() < limits.batchSize()) {
            gather();
            return List.of();
        }
        return take();
    }

    private List<Waiting<T, R>> take() {
        var batch = new ArrayList<Waiting<T, R>>(Math.min(waiting.size(), limits.batchSize()));
        while (batch.size() < limits.batchSize() && !waiting.isEmpty()) {
            var entry = waiting.remove();
            weight -= entry.weight();
            batch.add(entry);
        }
        underWay++;
        return batch;
    }

    private void gather() {
        if (!gathering) {
            gathering = true;
            timer.schedule(this::gathered, limits.gather().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void gathered() {
        List<Waiting<T, R>> batch;
        synchronized (this) {
            gathering = false;
            batch = waiting.isEmpty() || underWay >= limits.inFlight() ? List.of() : take();
        }
        if (!batch.isEmpty()) {
            send(batch);
        }
    }

    private void send(List<Waiting<T, R>> batch) {
        Mono.defer(() -> write.apply(batch.stream().map(Waiting::item).toList()))
                .timeout(
                        limits.timeLimit(), Mono.error(() -> Problems.unavailable("Not stored in time; send it again")))
                .doFinally(end -> landed())
                .subscribe(results -> answer(batch, results), failure -> fail(batch, failure));
    }

    private void landed() {
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
