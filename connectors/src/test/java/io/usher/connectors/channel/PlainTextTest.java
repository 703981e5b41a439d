package io.usher.connectors.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void shouldKeepBlocksListsAndLinks() {
        var html = """
                <html><head><title>x</title><style>p {}</style></head><body>
                <h1>Your order</h1><p>Hello&nbsp;Eva,<br>thanks &amp; welcome.</p>
                <ul><li>Row 1</li><li>Row 2</li></ul>
                <a href="https://usher.test/o">See it</a> <a href="https://usher.test">https://usher.test</a></body></html>
                """;

        assertThat(PlainText.of(html)).isEqualTo("""
                        Your order

                        Hello Eva,
                        thanks & welcome.

                        - Row 1
                        - Row 2
                        See it (https://usher.test/o) https://usher.test""");
    }
}
