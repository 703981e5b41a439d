package io.usher.engine.order.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usher.engine.shared.ProblemException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderBodyTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    @ParameterizedTest
    @CsvSource({
        "2026-07-01T19:00:00+02:00",
        "2026-07-01T19:00:00",
        "2026-07-01 19:00:00",
        "2026-07-01 17:00:00 UTC",
        "2026-07-01T19:00:00+0200",
        "1782925200",
        "1782925200000"
    })
    void shouldReadADateAsShopsWriteItAndInTheWorkspacesZoneWhenItHasNone(String date) {
        assertThat(OrderBody.read(order(date), ZONE).date()).isEqualTo(Instant.parse("2026-07-01T17:00:00Z"));
    }

    @Test
    void shouldReadADateWithoutATimeAsItsBeginning() {
        assertThat(OrderBody.read(order("2026-07-01"), ZONE).date()).isEqualTo(Instant.parse("2026-06-30T22:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "-999999999-01-01T00:00:00Z", "2026-13-01", "17"})
    void shouldNameTheDateThatIsNone(String date) {
        assertThatThrownBy(() -> OrderBody.read(order(date), ZONE))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(
                                        refused.problem().errors().getFirst().field())
                                .isEqualTo("date"));
    }

    private static Map<String, @Nullable Object> order(String date) {
        return new HashMap<>(Map.of(
                "externalOrderId",
                "A-1",
                "status",
                "INITIALIZED",
                "totalCost",
                1L,
                "email",
                "a@example.org",
                "date",
                date));
    }
}
