package io.usher.engine.platform.web;

import io.usher.engine.platform.json.JsonValues;
import io.usher.engine.shared.Problem;
import io.usher.engine.shared.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Schedulers;

/**
 * Unpacks request bodies that are sent with {@code Content-Encoding: gzip}, piece by piece as they are read: whoever reads
 * stops at its own limit, so a small body that would become a large one is refused with 413 and never unpacked whole.
 */
@Component
@Order(1)
class GzipBodies implements WebFilter {

    private static final int PIECE = 16 * 1024;

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var encoding = encoding(exchange.getRequest());
        return switch (encoding) {
            case "", "identity" -> chain.filter(exchange);
            case "gzip", "x-gzip" ->
                chain.filter(exchange.mutate()
                        .request(new Unpacked(
                                exchange.getRequest(), exchange.getResponse().bufferFactory()))
                        .build());
            default -> {
                exchange.getResponse().getHeaders().set(HttpHeaders.ACCEPT_ENCODING, "gzip");
                yield Mono.error(unsupported());
            }
        };
    }

    private static String encoding(ServerHttpRequest request) {
        var encodings = request.getHeaders().getOrEmpty(HttpHeaders.CONTENT_ENCODING);
        return String.join(",", encodings).strip().toLowerCase(Locale.ROOT);
    }

    private static ProblemException unsupported() {
        return new ProblemException(new Problem(
                "unsupported-encoding",
                "Unsupported content encoding",
                415,
                "This Content-Encoding is not understood; gzip is, and a body that is not packed",
                List.of()));
    }

    /** The request as if it had been sent unpacked. */
    private static final class Unpacked extends ServerHttpRequestDecorator {

        private final HttpHeaders headers;
        private final DataBufferFactory buffers;

        Unpacked(ServerHttpRequest packed, DataBufferFactory buffers) {
            super(packed);
            this.buffers = buffers;
            headers = new HttpHeaders();
            headers.putAll(packed.getHeaders());
            headers.remove(HttpHeaders.CONTENT_ENCODING);
            headers.remove(HttpHeaders.CONTENT_LENGTH);
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return BodyLimit.BATCH
                    .read(getDelegate())
                    .publishOn(Schedulers.parallel())
                    .flatMapMany(packed -> Flux.generate(() -> new Unpacking(packed), this::piece, Unpacking::close));
        }

        private Unpacking piece(Unpacking unpacking, SynchronousSink<DataBuffer> sink) {
            try {
                var piece = unpacking.next();
                if (piece == null) {
                    sink.complete();
                } else {
                    sink.next(buffers.wrap(piece));
                }
            } catch (ProblemException e) {
                sink.error(e);
            }
            return unpacking;
        }
    }

    /** A packed body and how far it is unpacked. */
    private static final class Unpacking {

        private final ByteArrayInputStream packed;
        private @Nullable GZIPInputStream gzip;
        private long size;

        Unpacking(byte[] packed) {
            this.packed = new ByteArrayInputStream(packed);
        }

        /** The next bytes; null at the end. */
        byte @Nullable [] next() {
            try {
                if (gzip == null) {
                    gzip = new GZIPInputStream(packed, PIECE);
                }
                var piece = gzip.readNBytes(PIECE);
                size += piece.length;
                if (size > BodyLimit.BATCH.max().toBytes()) {
                    throw BodyLimit.tooLarge();
                }
                return piece.length == 0 ? null : piece;
            } catch (IOException | StackOverflowError e) {
                // the JDK's reader calls itself for each part of a body that holds nothing, and there may be thousands
                throw JsonValues.unreadable("The body is sent as gzip but cannot be unpacked");
            }
        }

        void close() {
            try {
                if (gzip != null) {
                    gzip.close();
                }
            } catch (IOException e) {
                // it reads from memory: there is nothing that could be left open
            }
        }
    }
}
