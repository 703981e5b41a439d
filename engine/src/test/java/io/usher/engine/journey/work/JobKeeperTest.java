package io.usher.engine.journey.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.camunda.client.CamundaClient;
import io.grpc.Status;
import io.usher.engine.journey.JourneyProperties;
import io.usher.engine.platform.time.RealTime;
import io.usher.engine.testing.GrpcGate;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class JobKeeperTest {

    private static final String KEEP = "UpdateJobTimeout";

    private final AtomicInteger done = new AtomicInteger();
    private GrpcGate gate;
    private CamundaClient client;
    private JobKeeper keeper;

    @BeforeEach
    void open() {
        gate = GrpcGate.answering(Status.NOT_FOUND);
        client = gate.client();
        keeper = new JobKeeper(client, properties("40ms"), new RealTime());
    }

    @AfterEach
    void close() {
        keeper.destroy();
        client.close();
        gate.close();
    }

    @Test
    void shouldKeepAJobWhileItIsAtWorkWhateverTheBrokerAnswers() {
        for (var answer : new Status[] {Status.NOT_FOUND, Status.UNAVAILABLE, Status.FAILED_PRECONDITION}) {
            gate.refuse(answer);
            int before = gate.asked(KEEP);
            during(1, () -> await().until(() -> gate.asked(KEEP) > before + 2));
        }
    }

    @Test
    void shouldNotDoTwiceAtOnceWhatCameAgain() {
        assertThat(during(1, () -> {
                    assertThat(keeper.during(1, done::incrementAndGet)).isEmpty();
                    assertThat(keeper.during(2, done::incrementAndGet)).hasValue(1);
                }))
                .isTrue();
        assertThat(done).hasValue(1);
    }

    @Test
    void shouldDoAJobAgainAfterItWentWrong() {
        assertThatThrownBy(() -> during(1, () -> {
                    throw new IllegalStateException("wrong");
                }))
                .hasMessage("wrong");
        assertThat(keeper.during(1, done::incrementAndGet)).hasValue(1);
    }

    @Test
    void shouldLetGoOfAJobThatHangs() {
        during(
                1,
                () -> await().until(
                                () -> keeper.during(1, done::incrementAndGet).isPresent()));
        assertThat(done).hasValue(1);
    }

    @Test
    void shouldHoldTheJobsOfAnEngineThatDiedForTwentySeconds() {
        assertThat(properties(null).jobTimeout()).isEqualTo(Duration.ofSeconds(20));
    }

    private boolean during(long job, Runnable work) {
        return keeper.during(job, () -> {
                    work.run();
                    return "done";
                })
                .isPresent();
    }

    private static JourneyProperties properties(String timeout) {
        Map<String, String> given = timeout == null ? Map.of() : Map.of("usher.journey.job-timeout", timeout);
        return new Binder(new MapConfigurationPropertySource(given))
                .bindOrCreate("usher.journey", JourneyProperties.class);
    }
}
