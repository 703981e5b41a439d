package io.usher.designer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EnginePropertiesTest {

    @Test
    void shouldLinkToTheAddressABrowserReaches() {
        // given
        var properties = properties("http://engine:8080/", "https://usher.example.com/");

        // then
        assertThat(properties.url()).isEqualTo(URI.create("http://engine:8080"));
        assertThat(properties.link("/swagger-ui.html")).isEqualTo("https://usher.example.com/swagger-ui.html");
    }

    @Test
    void shouldNotTellItsKey() {
        assertThat(properties("http://engine:8080/", "http://engine:8080/").toString())
                .doesNotContain("the designer's key");
    }

    @Test
    void shouldStopTheStartWithAPlainMessageWhenTheAddressIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> properties("engine:8080", "http://engine:8080"))
                .withMessageContaining("USHER_ENGINE_URL")
                .withMessageContaining("'engine:8080'");
    }

    private static EngineProperties properties(String url, String publicUrl) {
        return new EngineProperties(
                URI.create(url),
                URI.create(publicUrl),
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                Duration.ofSeconds(3),
                "the designer's key");
    }
}
