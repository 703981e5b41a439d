package io.usher.engine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.shared.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class GzipBodiesTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void shouldReadABodyThatWasPackedInParts() throws IOException {
        StepVerifier.create(read(parts("{\"a\":", "", "1}")))
                .assertNext(bytes ->
                        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("{\"a\":1}"))
                .expectComplete()
                .verify(SOON);
    }

    @Test
    void shouldRefuseABodyOfEndlessEmptyPartsAndNeverLeaveItUnanswered() throws IOException {
        var empty = parts("");
        var many = new ByteArrayOutputStream();
        for (int i = 0; i < 200_000; i++) {
            many.writeBytes(empty);
        }
        StepVerifier.create(read(many.toByteArray()))
                .expectErrorSatisfies(failure -> assertThat(failure)
                        .isInstanceOfSatisfying(
                                ProblemException.class,
                                refused ->
                                        assertThat(refused.problem().status()).isEqualTo(400)))
                .verify(SOON);
    }

    private static Mono<byte[]> read(byte[] packed) {
        var request = MockServerHttpRequest.post("/api/v1/event")
                .header("Content-Encoding", "gzip")
                .body(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(packed)));
        var unpacked = new AtomicReference<Mono<byte[]>>(Mono.empty());
        WebFilterChain chain =
                exchange -> Mono.fromRunnable(() -> unpacked.set(BodyLimit.EVENT.read(exchange.getRequest())));
        return new GzipBodies()
                .filter(MockServerWebExchange.from(request), chain)
                .then(Mono.defer(unpacked::get));
    }

    private static byte[] parts(String... texts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var text : texts) {
            try (var gzip = new GZIPOutputStream(bytes)) {
                gzip.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
