package io.usher.engine.bench;

import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Several that work through a pile at once, each with a connection of its own; a new one each time, as idle ones are ended. */
final class Crowd {

    @FunctionalInterface
    interface Work {
        void one(Wire wire, int index) throws Exception;
    }

    private final EngineApi api;
    private final int size;

    Crowd(EngineApi api, int size) {
        this.api = api;
        this.size = size;
    }

    /** How long each piece took, in nanoseconds, and all of them together. */
    record Times(long[] each, long all) {

        /** Pieces of this size per second. */
        double perSecond(int size) {
            return each.length * (double) size / (all / 1_000_000_000.0);
        }
    }

    /** Connecting is not timed. */
    Times work(int pieces, Work work) throws Exception {
        var next = new AtomicInteger();
        var each = new long[pieces];
        var wires = Stream.generate(api::wire).limit(size).toList();
        long begun = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = new ArrayList<Future<?>>();
            for (var wire : wires) {
                done.add(threads.submit(() -> {
                    for (int i = next.getAndIncrement(); i < pieces; i = next.getAndIncrement()) {
                        long from = System.nanoTime();
                        work.one(wire, i);
                        each[i] = System.nanoTime() - from;
                    }
                    return null;
                }));
            }
            for (var thread : done) {
                thread.get();
            }
            return new Times(each, System.nanoTime() - begun);
        } finally {
            wires.forEach(Wire::close);
        }
    }
}
