package io.usher.engine.event.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.event.Event;
import io.usher.engine.event.Events;
import io.usher.engine.platform.async.Async;
import io.usher.engine.shared.EventId;
import io.usher.engine.testing.Api;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.TestWorkspace;
import io.usher.engine.testing.TestWorkspaces;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineIT
class EventRowsIT {

    @Autowired
    private TestWorkspaces workspaces;

    @Autowired
    private Events events;

    private TestWorkspace workspace;
    private Api api;

    @BeforeEach
    void makeWorkspace() {
        workspace = workspaces.create();
        api = workspace.api();
    }

    @Test
    void shouldCallTheContactByNameElseAddressElsePhone() {
        // given
        api.post("/contacts", Map.of("email", "ann@example.com", "firstName", "Ann", "lastName", "Berg"));
        send(Map.of("email", "ann@example.com"));
        send(Map.of("email", "bob@example.com"));
        send(Map.of("phone", "+46701234567"));
        send(Map.of("ExternalCustomerId", "c-1"));
        var nobody = send(Map.of());

        // then
        assertThat(api.items("/events")
                        .valueStream()
                        .map(row -> row.path("contactLabel").asString("nobody")))
                .containsExactly("nobody", "nobody", "+46701234567", "bob@example.com", "Ann Berg");
        assertThat(api.get("/events/" + nobody).path("contactLabel").isNull()).isTrue();
    }

    @Test
    void shouldCallTheTypeByItsName() {
        // given
        api.post("/event-types", Map.of("key", "seen", "name", "Seen at the door", "category", "other"));
        var id = send(Map.of());
        api.event(Map.of("eventTypeKey", "unnamed"));

        // then: one that was never given a name is called by its key
        assertThat(api.items("/events")
                        .valueStream()
                        .map(row -> row.path("eventTypeName").asString("nothing")))
                .containsExactly("unnamed", "Seen at the door");
        assertThat(api.get("/events/" + id).path("eventTypeName").asString()).isEqualTo("Seen at the door");
    }

    @Test
    void shouldKeepTheOrderOfAcceptanceWithinAMillisecond() {
        // given
        var batch = IntStream.range(0, 30)
                .mapToObj(i -> Map.of("eventTypeKey", "seen", "keyValue", "k" + i, "params", Map.of()))
                .toList();
        api.post("/event/batch", batch);

        // when
        var shown = new ArrayList<String>();
        var path = "/events?limit=7";
        var page = api.get(path);
        while (true) {
            page.path("items").forEach(row -> shown.add(row.path("id").asString()));
            if (page.path("next").isNull()) {
                break;
            }
            page = api.get(path + "&cursor=" + page.path("next").asString());
        }

        // then
        var inOrder = shown.stream()
                .map(id -> Async.value(events.find(workspace.id(), new EventId(id))))
                .sorted(Comparator.comparing(Event::acceptedAt)
                        .thenComparing(Event::position)
                        .reversed())
                .map(event -> event.id().value())
                .toList();
        assertThat(shown).hasSize(30).doesNotHaveDuplicates().containsExactlyElementsOf(inOrder);
    }

    private String send(Map<String, ?> params) {
        return api.event(Map.of("eventTypeKey", "seen", "params", params));
    }
}
