package io.usher.engine.account.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "::ffff:192.0.2.1, 192.0.2.1",
        "2001:db8:1:2::1, 20010db800010002/64",
        "2001:db8:1:2:ffff:ffff:ffff:ffff, 20010db800010002/64",
        "2001:DB8:1:2:0:0:0:9, 20010db800010002/64",
        "2001:db8:1:3::1, 20010db800010003/64",
        "fe80::1%eth0, fe80000000000000/64"
    })
    void shouldTakeAnIpv4AddressByItselfAndAnIpv6AddressByItsFirst64Bits(String address, String network) {
        assertThat(Network.of(address)).isEqualTo(network);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "localhost", "example.com", "1.2.3.4.5", "::g", "%", "1.2.3.4 "})
    void shouldNotTakeForAnAddressWhatIsNone(String text) {
        assertThat(Network.address(text)).isEmpty();
        assertThat(Network.of(text)).isEqualTo("unknown");
    }

    @Test
    void shouldNotLookAtEndlessTexts() {
        assertThat(Network.address("1".repeat(100_000))).isEmpty();
    }
}
