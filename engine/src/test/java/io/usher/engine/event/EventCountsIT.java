package io.usher.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.usher.engine.event.internal.CountStore;
import io.usher.engine.event.internal.EventCounts.Bucket;
import io.usher.engine.platform.async.Async;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.TestWorkspace;
import io.usher.engine.testing.TestWorkspaces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@EngineIT
class EventCountsIT {

    private static final EventTypeKey PAID = new EventTypeKey("orderPaid");

    @Autowired
    private TestWorkspaces workspaces;

    @Autowired
    private CountStore store;

    @Autowired
    private Clock clock;

    private TestWorkspace workspace;

    @BeforeEach
    void makeWorkspace() {
        workspace = workspaces.create();
    }

    @Test
    void shouldCountEachEventOnce() {
        // when
        send("1");
        send("2");
        send("2");

        // then
        assertThat(paid().path("last24Hours").asInt()).isEqualTo(2);
        assertThat(paid().path("last30Days").asInt()).isEqualTo(2);
        await().atMost(Duration.ofSeconds(30)).until(() -> stored() == 2);
        assertThat(paid().path("last24Hours").asInt()).isEqualTo(2);
    }

    @Test
    void shouldCountTheHoursThatBelongToEachSpan() {
        // given: an hour that does not end meanwhile
        workspace.api().eventType(PAID.value());
        var hour = await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> clock.instant().truncatedTo(ChronoUnit.HOURS),
                        began -> clock.instant().isBefore(began.plus(Duration.ofMinutes(59))));
        Async.await(store.add(Map.of(
                bucket(hour), 1L,
                bucket(hour.minus(Duration.ofHours(23))), 10L,
                bucket(hour.minus(Duration.ofHours(24))), 100L,
                bucket(hour.minus(Duration.ofDays(29))), 1_000L,
                bucket(hour.minus(Duration.ofDays(30))), 10_000L)));
        Async.await(store.add(Map.of(bucket(hour), 1L)));

        // then
        assertThat(paid().path("last24Hours").asInt()).isEqualTo(12);
        assertThat(paid().path("last30Days").asInt()).isEqualTo(1_112);
        assertThat(workspace.api().get("/event-types/orderPaid")).isEqualTo(paid());
    }

    @Test
    void shouldCountAnEventWhereItHappenedNotWhereItCame() {
        // when
        send("today", Duration.ZERO);
        send("last week", Duration.ofDays(7));
        send("last year", Duration.ofDays(365));

        // then
        assertThat(paid().path("last24Hours").asInt()).isEqualTo(1);
        assertThat(paid().path("last30Days").asInt()).isEqualTo(2);
        await().atMost(Duration.ofSeconds(30)).until(() -> stored() == 1);
        assertThat(paid().path("last30Days").asInt()).isEqualTo(2);
    }

    private void send(String id, Duration ago) {
        workspace
                .api()
                .event(Map.of(
                        "eventTypeKey",
                        PAID.value(),
                        "id",
                        id,
                        "history",
                        true,
                        "occurredAt",
                        clock.instant().minus(ago).toString(),
                        "params",
                        Map.of("email", "ann@example.com")));
    }

    private void send(String id) {
        workspace
                .api()
                .event(Map.of("eventTypeKey", PAID.value(), "id", id, "params", Map.of("email", "ann@example.com")));
    }

    private JsonNode paid() {
        return workspace.api().items("/event-types").get(0);
    }

    private Bucket bucket(Instant hour) {
        return new Bucket(workspace.id(), PAID, hour);
    }

    private long stored() {
        var since = clock.instant().minus(Duration.ofDays(1));
        return Async.value(store.since(workspace.id(), List.of(PAID), since)).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
