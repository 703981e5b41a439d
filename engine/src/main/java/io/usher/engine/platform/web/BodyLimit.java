package io.usher.engine.platform.web;

import io.usher.engine.shared.ProblemException;
import io.usher.engine.shared.Problems;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;

/** How large a request's body may be; more is refused with 413 before it is held in memory. */
public record BodyLimit(DataSize max) {

    /** One event. */
    public static final BodyLimit EVENT = new BodyLimit(DataSize.ofKilobytes(64));

    /** A batch of events, or orders. */
    public static final BodyLimit BATCH = new BodyLimit(DataSize.ofMegabytes(8));

    /** A drawing. */
    public static final BodyLimit DRAFT = new BodyLimit(DataSize.ofMegabytes(2));

    /** The whole body, read no further than the limit; empty bytes when there is none. */
    public Mono<byte[]> read(ServerHttpRequest request) {
        if (request.getHeaders().getContentLength() > max.toBytes()) {
            return Mono.error(tooLarge(max));
        }
        return DataBufferUtils.join(request.getBody(), Math.toIntExact(max.toBytes()))
                .map(BodyLimit::bytes)
                .onErrorMap(DataBufferLimitException.class, e -> tooLarge(max))
                .defaultIfEmpty(new byte[0]);
    }

    /** The same bytes; 413 when there are too many. */
    public byte[] check(byte[] body) {
        if (body.length > max.toBytes()) {
            throw tooLarge(max);
        }
        return body;
    }

    static ProblemException tooLarge() {
        return tooLarge(BATCH.max);
    }

    private static ProblemException tooLarge(DataSize max) {
        var size = max.toMegabytes() > 0 ? max.toMegabytes() + " MB" : max.toKilobytes() + " kB";
        return Problems.problem("too-large", "Too large", 413, "The body is larger than " + size, List.of());
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
