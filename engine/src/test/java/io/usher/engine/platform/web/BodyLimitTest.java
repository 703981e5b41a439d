package io.usher.engine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usher.engine.shared.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class BodyLimitTest {

    private final BodyLimit limit = new BodyLimit(DataSize.ofBytes(10));

    @Test
    void shouldReadABodyOfExactlyTheLimit() {
        StepVerifier.create(limit.read(MockServerHttpRequest.post("/").body(chunks(5, 5))))
                .assertNext(bytes -> assertThat(bytes).hasSize(10))
                .verifyComplete();
    }

    @Test
    void shouldRefuseABodyThatGrowsTooLargeWhileItComes() {
        StepVerifier.create(limit.read(MockServerHttpRequest.post("/").body(chunks(5, 6))))
                .verifyErrorSatisfies(BodyLimitTest::assertTooLarge);
    }

    @Test
    void shouldReadATooLargeBodyToItsEndSoThatItsSenderHearsTheAnswer() {
        var taken = new AtomicInteger();
        var request =
                MockServerHttpRequest.post("/").body(chunks(5, 6, 7, 8).doOnNext(each -> taken.incrementAndGet()));
        StepVerifier.create(limit.read(request)).verifyErrorSatisfies(BodyLimitTest::assertTooLarge);
        assertThat(taken).hasValue(4);
    }

    @Test
    void shouldGiveNoBytesWhenThereIsNoBody() {
        StepVerifier.create(limit.read(MockServerHttpRequest.post("/").build()))
                .assertNext(bytes -> assertThat(bytes).isEmpty())
                .verifyComplete();
    }

    @Test
    void shouldNameTheLimit() {
        assertThatThrownBy(() -> BodyLimit.EVENT.check(new byte[65_537]))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().detail()).isEqualTo("The body is larger than 64 kB"));
        assertThat(BodyLimit.EVENT.check(new byte[65_536])).hasSize(65_536);
    }

    private static void assertTooLarge(Throwable failure) {
        assertThat(failure)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(413));
    }

    private static Flux<DataBuffer> chunks(int... sizes) {
        return Flux.range(0, sizes.length)
                .map(i -> DefaultDataBufferFactory.sharedInstance.wrap(
                        "x".repeat(sizes[i]).getBytes(StandardCharsets.UTF_8)));
    }
}
