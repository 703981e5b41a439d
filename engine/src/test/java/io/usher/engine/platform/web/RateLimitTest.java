package io.usher.engine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usher.engine.platform.web.WebProperties.Rate;
import io.usher.engine.shared.ProblemException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    @Test
    void shouldTakeTheBurstAndThenSayWhenToComeAgain() {
        var limit = new RateLimit(new Rate(1, 5));
        for (int i = 0; i < 5; i++) {
            limit.count("one");
        }

        assertThatThrownBy(() -> limit.count("one")).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem().status()).isEqualTo(429);
            assertThat(refused.problem().retryAfter()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        });
    }

    @Test
    void shouldLeaveOthersTheirRoom() {
        var limit = new RateLimit(new Rate(1, 1));
        limit.count("one");

        limit.count("other");
    }

    @Test
    void shouldCountANetworkOfVersionSixAsOneSender() throws UnknownHostException {
        assertThat(network("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(network("2001:db8:1:2::1"))
                .isNotEqualTo(network("2001:db8:1:3::1"));
        assertThat(network("192.0.2.1")).isNotEqualTo(network("192.0.2.2"));
        assertThat(network("::ffff:192.0.2.1")).isEqualTo(network("192.0.2.1"));
    }

    private static String network(String address) throws UnknownHostException {
        return Networks.of(InetAddress.getByName(address));
    }
}
