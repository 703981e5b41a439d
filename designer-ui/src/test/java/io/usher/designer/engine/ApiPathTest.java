package io.usher.designer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiPathTest {

    @ParameterizedTest
    @CsvSource({
        "2026/0001, /events/2026%2F0001/send-again",
        "50%, /events/50%25/send-again",
        "a;b?c#d, /events/a%3Bb%3Fc%23d/send-again",
        "a+b c, /events/a%2Bb%20c/send-again",
        ".., /events/%2E%2E/send-again",
        "a..b, /events/a..b/send-again",
        "{id}, /events/%7Bid%7D/send-again",
        "å*, /events/%C3%A5%2A/send-again",
        "back\\slash$1, /events/back%5Cslash%241/send-again"
    })
    void shouldKeepWhateverIsInAnIdInItsOwnPartOfThePath(String id, String path) {
        assertThat(ApiPath.of("/events/{id}/send-again", id).encoded()).isEqualTo(path);
        assertThat(URI.create("http://engine" + path).normalize()).hasToString("http://engine" + path);
    }

    @Test
    void shouldEncodeQueryValuesToo() {
        var path = ApiPath.of("/events").with("type", "a&b=c").with("key", "å {x}");

        assertThat(path.encoded()).isEqualTo("/events?type=a%26b%3Dc&key=%C3%A5%20%7Bx%7D");
    }
}
