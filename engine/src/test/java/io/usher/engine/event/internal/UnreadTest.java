package io.usher.engine.event.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.shared.Params;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnreadTest {

    @Test
    void shouldNameParamsThatLookLikeAnAddressAtAnyDepth() {
        assertThat(Unread.sentence(new Params(Map.of("billing", Map.of("email", "ada@example.org")))))
                .hasValueSatisfying(said -> assertThat(said)
                        .startsWith("No contact: billing.email looks like an address but was not read; EmailAddress"));
        assertThat(Unread.sentence(new Params(Map.of("customer_email", "Bad Mail @ x"))))
                .isPresent();
        assertThat(Unread.sentence(new Params(Map.of("who", "ada@example.org"))))
                .isPresent();
        assertThat(Unread.sentence(new Params(Map.of("call", "+46 70 123 45 67"))))
                .isPresent();
        assertThat(Unread.sentence(new Params(Map.of("buyers", List.of(Map.of("mobilePhone", "0701234567"))))))
                .hasValueSatisfying(said -> assertThat(said).contains("buyers.mobilePhone"));
    }

    @Test
    void shouldSayNothingOfParamsThatDoNot() {
        var params = Map.<String, Object>of(
                "emailSubject", "Hello",
                "marketingEmail", true,
                "order", "2026-0001",
                "url", "https://example.org/@ada",
                "EmailAddress", "Bad Mail",
                "total", 120L);

        assertThat(Unread.sentence(new Params(params))).isEmpty();
    }

    @Test
    void shouldNameAtMostFive() {
        var many = IntStream.range(0, 10_000)
                .mapToObj(i -> Map.of("email" + "x".repeat(i % 3), "a" + i + "@example.org"))
                .toList();

        var said = Unread.sentence(new Params(Map.of("buyers", many, "second", Map.of("a", "b@example.org"))));

        assertThat(said).hasValueSatisfying(text -> assertThat(text).hasSizeLessThan(Warnings.LONGEST * 2));
    }

    @Test
    void shouldKeepNineteenWarningsOfThreeHundredCharacters() {
        var warnings =
                IntStream.range(0, 50).mapToObj(i -> "w" + i + "🎟".repeat(400)).toList();

        var kept = Warnings.kept(warnings);

        assertThat(kept).hasSize(20).last().isEqualTo("and 31 more");
        assertThat(kept.getFirst()).hasSizeLessThanOrEqualTo(300).endsWith("🎟…");
        assertThat(Warnings.kept(List.of("one"))).containsExactly("one");
    }
}
