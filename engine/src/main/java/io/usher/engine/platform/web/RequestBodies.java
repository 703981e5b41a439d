package io.usher.engine.platform.web;

import io.usher.engine.shared.Problem;
import io.usher.engine.shared.ProblemException;
import io.usher.engine.shared.Problems;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Takes the bodies of requests. A body that is too long is read to its end and dropped, since a connection that is closed on a
 * sender who still writes takes the answer away with it. What all bodies under way may hold together is bounded.
 */
final class RequestBodies {

    /** Where bodies are parsed: the threads that serve connections never wait for a long one. */
    static final Scheduler PARSERS =
            Schedulers.newParallel("body", Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    private static final Duration TIME_LIMIT = Duration.ofSeconds(60);
    private static final long MAX_TOGETHER =
            Math.max(32L << 20, Runtime.getRuntime().maxMemory() / 8);
    private static final AtomicLong TOGETHER = new AtomicLong();

    private RequestBodies() {}

    /** The whole body, given on a thread of {@link #PARSERS}; 413, 408 or 503 as a problem. */
    static Mono<byte[]> whole(Flux<DataBuffer> body, DataSize max) {
        return Mono.using(
                () -> new Collected(max),
                // counted, not ignored: what is ignored counts as discarded and would be released twice
                collected -> body.map(collected::add)
                        .count()
                        .map(pieces -> collected.bytes())
                        .timeout(TIME_LIMIT)
                        .onErrorMap(TimeoutException.class, e -> tooSlow())
                        // a body that waits for a parser is still held
                        .publishOn(PARSERS),
                Collected::release);
    }

    static ProblemException tooLarge(DataSize max) {
        var size = max.toMegabytes() > 0 ? max.toMegabytes() + " MB" : max.toKilobytes() + " kB";
        return Problems.problem("too-large", "Too large", 413, "The body is larger than " + size, List.of());
    }

    static ProblemException tooSlow() {
        return new ProblemException(new Problem(
                "too-slow", "Too slow", 408, "The request did not arrive whole in time; send it again", List.of()));
    }

    /** One body as it comes in. */
    private static final class Collected {

        private final DataSize max;
        private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private long held;
        private boolean tooLarge;
        private boolean tooMuch;

        Collected(DataSize max) {
            this.max = max;
        }

        boolean add(DataBuffer buffer) {
            try {
                int size = buffer.readableByteCount();
                if (tooLarge || tooMuch || refused(size)) {
                    return false;
                }
                var chunk = new byte[size];
                buffer.read(chunk);
                bytes.writeBytes(chunk);
                return true;
            } finally {
                DataBufferUtils.release(buffer);
            }
        }

        private boolean refused(int size) {
            tooLarge = bytes.size() + (long) size > max.toBytes();
            if (!tooLarge) {
                held += size;
                tooMuch = TOGETHER.addAndGet(size) > MAX_TOGETHER;
            }
            if (tooLarge || tooMuch) {
                bytes = new ByteArrayOutputStream(0);
            }
            return tooLarge || tooMuch;
        }

        byte[] bytes() {
            if (tooLarge) {
                throw RequestBodies.tooLarge(max);
            }
            if (tooMuch) {
                throw Problems.unavailable("Too many large requests at the moment; send it again");
            }
            return bytes.toByteArray();
        }

        void release() {
            TOGETHER.addAndGet(-held);
            held = 0;
        }
    }
}
