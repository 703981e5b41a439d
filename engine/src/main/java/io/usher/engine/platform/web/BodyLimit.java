package io.usher.engine.platform.web;

import io.usher.engine.shared.ProblemException;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;

/** How large a request's body may be; more is refused with 413 and never held in memory. */
public record BodyLimit(DataSize max) {

    /** One event. */
    public static final BodyLimit EVENT = new BodyLimit(DataSize.ofKilobytes(64));

    /** A batch of events, or orders. */
    public static final BodyLimit BATCH = new BodyLimit(DataSize.ofMegabytes(8));

    /** Everything else: settings, rules, forms. */
    public static final BodyLimit FORM = new BodyLimit(DataSize.ofMegabytes(1));

    /** A drawing. */
    public static final BodyLimit DRAFT = new BodyLimit(DataSize.ofMegabytes(2));

    /** The whole body, of which no more than the limit is ever held; empty bytes when there is none. */
    public Mono<byte[]> read(ServerHttpRequest request) {
        return RequestBodies.whole(request.getBody(), max);
    }

    /** The same bytes; 413 when there are too many. */
    public byte[] check(byte[] body) {
        if (body.length > max.toBytes()) {
            throw RequestBodies.tooLarge(max);
        }
        return body;
    }

    static ProblemException tooLarge() {
        return RequestBodies.tooLarge(BATCH.max);
    }
}
