package io.usher.engine.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.usher.engine.platform.PlatformProperties;
import io.usher.engine.platform.time.RealTime;
import io.usher.engine.testing.GrpcGate;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BrokerHealthTest {

    @Test
    void shouldSayThatTheBrokerRefusesTheCredentials() {
        try (var gate = GrpcGate.answering(Status.UNAUTHENTICATED.withDescription("token secret-1 has expired"));
                var client = gate.client()) {
            var properties =
                    new PlatformProperties("mongodb://localhost", gate.address(), null, false, null, null, true);
            var indicator = new HealthConfiguration().zeebeHealthIndicator(client, properties, new RealTime());

            var health = Objects.requireNonNull(indicator.health().block(Duration.ofSeconds(10)));

            assertThat(health.getStatus().getCode()).isEqualTo("DOWN");
            assertThat(health.getDetails())
                    .containsEntry("waitingFor", "Zeebe at " + gate.address() + " to answer")
                    .containsEntry("cause", "refuses the credentials (UNAUTHENTICATED)");
            assertThat(health.getDetails().toString()).doesNotContain("secret-1");
        }
    }
}
