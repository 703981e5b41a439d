package io.usher.engine.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.testing.Api;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.Line;
import io.usher.engine.testing.LiveWorkflow;
import io.usher.engine.testing.TestWorkspaces;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a decision says about a filter, and what a filter reads. */
@EngineIT
class FilterWordsIT {

    @Autowired
    private TestWorkspaces workspaces;

    private Api api;

    @BeforeEach
    void workspace() {
        api = workspaces.create(ZoneId.of("Europe/Stockholm"), "SE").api();
    }

    @Test
    void shouldSayThatAListOrATextWasNotCompared() {
        var tags = filtered(Map.of("fact", "event.tags", "op", "equal", "value", "vip"));
        var total = filtered(Map.of("fact", "event.total", "op", "greater", "value", 100));

        assertThat(why(tags, Map.of("tags", List.of("vip"))))
                .contains("event.tags is a list (\"vip\"), which is compared with contains");
        assertThat(why(total, Map.of("total", "120,00"))).contains("event.total is \"120,00\", which is no number");
        assertThat(why(total, Map.of("total", List.of(120))))
                .contains("event.total is a list (120), which is no number");
    }

    @Test
    void shouldReadTimesWithoutZoneInTheWorkspacesZone() {
        var soon = filtered(Map.of("fact", "event.at", "op", "before", "value", "2026-12-24T18:30:00Z"));

        assertThat(soon.decided(soon.begin("a@example.org", Map.of("at", "2026-12-24 19:00"))))
                .startsWith("started");
        assertThat(why(soon, Map.of("at", "2026-12-24 19:31")))
                .contains("\"2026-12-24 19:31\", a time without zone (read in Europe/Stockholm), which is not before");
        assertThat(why(soon, Map.of("at", 1_798_138_800L))).contains("1798138800 (24 Dec 2026, 20:00:00 CET)");
    }

    @Test
    void shouldAskForBothOnTheSameElement() {
        var dearTicket = filtered(Map.of(
                "some",
                "event.items",
                "where",
                Map.of(
                        "all",
                        List.of(
                                Map.of("fact", "item.price", "op", "greater", "value", 100),
                                Map.of("fact", "item.kind", "op", "equal", "value", "ticket")))));

        assertThat(why(
                        dearTicket,
                        Map.of(
                                "items",
                                List.of(Map.of("kind", "ticket", "price", 80), Map.of("kind", "drink", "price", 120)))))
                .contains("none of the 2 elements in event.items fits");
        assertThat(dearTicket.decided(dearTicket.begin(
                        "b@example.org", Map.of("items", List.of(Map.of("kind", "ticket", "price", 120))))))
                .startsWith("started");
    }

    @Test
    void shouldTakeTheEventsKeyForKeyInFiltersAndReentry() {
        // given
        var byKey = live(
                Map.of("fact", "event.key", "op", "starts-with", "value", "O-"), Map.of("mode", "once", "per", "key"));
        var event = Map.of("email", "c@example.org", "key", "param");

        // when
        var first = byKey.decided(send("O-1", event));
        var again = byKey.decided(send("O-1", event));
        var other = byKey.decided(send("O-2", event));

        // then
        assertThat(List.of(first, other)).allMatch(decided -> decided.startsWith("started"));
        assertThat(again).startsWith("not-started");
        assertThat(byKey.decision(send("X-1", event))
                        .path("reason")
                        .path("text")
                        .asString())
                .contains("event.key is \"X-1\"");
    }

    @Test
    void shouldFindTheKeyParamAndAValueOfReentryByTheLongestName() {
        // given
        api.post("/event-types", Map.of("key", "begin", "name", "Begin", "keyParam", "order.id"));
        api.eventType("end");
        var once = live(null, Map.of("mode", "once", "per", "order.id"));

        // when
        var nested = api.event(Map.of(
                "eventTypeKey", "begin", "params", Map.of("email", "d@example.org", "order", Map.of("id", "7"))));
        var flat = api.event(Map.of(
                "eventTypeKey",
                "begin",
                "params",
                Map.of("email", "d@example.org", "order.id", "7", "order", Map.of("id", "8"))));

        // then
        assertThat(api.get("/events/" + nested).path("keyValue").asString()).isEqualTo("7");
        assertThat(api.get("/events/" + flat).path("keyValue").asString()).isEqualTo("7");
        assertThat(once.decided(nested)).startsWith("started");
        assertThat(once.decided(flat)).startsWith("not-started");
    }

    private String send(String key, Map<String, String> params) {
        return api.event(Map.of("eventTypeKey", "begin", "keyValue", key, "params", params));
    }

    private LiveWorkflow filtered(Map<String, ?> filter) {
        return live(filter, LiveWorkflow.EACH_TIME);
    }

    private LiveWorkflow live(Map<String, ?> filter, Map<String, ?> reentry) {
        var live =
                LiveWorkflow.activated(api, Line.start().rest("Rest", 3, "days").exit(), reentry, null);
        var link = filter == null
                ? Map.of("eventType", "begin", "reentry", reentry)
                : Map.of("eventType", "begin", "reentry", reentry, "filter", filter);
        api.triggers(live.id(), Map.of("start", List.of(link)));
        return live;
    }

    private static String why(LiveWorkflow workflow, Map<String, ?> params) {
        return workflow.decision(workflow.begin("a@example.org", params))
                .path("reason")
                .path("text")
                .asString();
    }
}
