package io.usher.engine.shared;

import static io.usher.engine.shared.Reason.decimal;
import static io.usher.engine.shared.Reason.moment;
import static io.usher.engine.shared.Reason.nested;
import static io.usher.engine.shared.Reason.span;
import static io.usher.engine.shared.Reason.text;
import static io.usher.engine.shared.Reason.texts;
import static io.usher.engine.shared.Reason.whole;
import static io.usher.engine.shared.Reason.yesNo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReasonFormTest {

    private static final Sentence PLAIN = Sentence.of("trial", "plain");
    private static final Sentence FULL =
            Sentence.of("trial", "full", "text", "whole", "decimal", "truth", "at", "time", "list", "inside");

    @Test
    void shouldReadWhatItWrote() {
        var reason = FULL.with(
                text("a"),
                whole(7),
                decimal(new BigDecimal("12.50")),
                yesNo(true),
                moment(Instant.parse("2026-12-01T08:00:00.123Z")),
                span(Duration.ofHours(36)),
                texts(List.of("x", "y")),
                nested(PLAIN.with(), PLAIN.with()));

        assertThat(ReasonForm.read(ReasonForm.write(reason))).isEqualTo(reason);
        assertThat(ReasonForm.read(ReasonForm.write(PLAIN.with()))).isEqualTo(PLAIN.with());
    }

    @Test
    void shouldReadTheSentenceOfAnEarlierVersion() {
        assertThat(ReasonForm.read(null, "once", "It starts once.")).isEqualTo(Reason.told("once", "It starts once."));
        assertThat(ReasonForm.read(null, null, null)).isEqualTo(Reason.told("", ""));
    }

    @Test
    void shouldReadWhatALaterVersionWrote() {
        var form = Map.of(
                "topic",
                "trial",
                "code",
                "new",
                "args",
                Map.of("money", Map.of("amount", "5"), "at", Map.of("instant", "?")));

        assertThat(ReasonForm.read(form).arguments())
                .containsEntry("money", text("{amount=5}"))
                .containsEntry("at", text("{instant=?}"));
    }

    @Test
    void shouldAskForEachArgument() {
        assertThatThrownBy(() -> FULL.with(text("a"))).hasMessageContaining("whole");
    }
}
