package io.usher.designer.eventtypes;

import io.usher.designer.engine.ApiPath;
import io.usher.designer.engine.EngineClient;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.list.Filter;
import io.usher.designer.list.Slice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads event types from the engine, registers new ones there and changes them; calls block. */
@Service
public class EventTypes {

    private final EngineClient engine;

    EventTypes(EngineClient engine) {
        this.engine = engine;
    }

    /** What a person fills in; what is left empty is chosen by the engine. */
    public record Entry(String name, String key, String category, String keyParam, List<EventType.Param> params) {}

    private record Page(List<EventType> items, @Nullable String next) {}

    Slice<EventType> page(SessionToken token, Filter filter, Optional<String> cursor) {
        var path = ApiPath.of("/event-types")
                .with("search", filter.get(EventTypesView.SEARCH))
                .with("cursor", cursor);
        var page = engine.get(token, path, Page.class);
        return new Slice<>(page.items(), Optional.ofNullable(page.next()));
    }

    /** All of them, as far as somebody can still choose among them. */
    public List<EventType> all(SessionToken token) {
        return engine.all(token, ApiPath.of("/event-types"), EventType.class);
    }

    /** The keys of all types by their names, without regard to case. */
    Map<String, List<String>> keysByName(SessionToken token) {
        return all(token).stream()
                .collect(Collectors.groupingBy(
                        type -> type.name().toLowerCase(Locale.ROOT),
                        Collectors.mapping(EventType::key, Collectors.toList())));
    }

    public EventType create(SessionToken token, Entry entry) {
        var body = body(entry);
        body.put("key", entry.key());
        return engine.post(token, ApiPath.of("/event-types"), body, EventType.class);
    }

    /** Changes everything but the key. */
    EventType change(SessionToken token, Entry entry) {
        return engine.put(token, ApiPath.of("/event-types/{id}", entry.key()), body(entry), EventType.class);
    }

    private static LinkedHashMap<String, Object> body(Entry entry) {
        var body = new LinkedHashMap<String, Object>();
        body.put("name", entry.name());
        body.put("category", entry.category());
        if (!entry.keyParam().isBlank()) {
            body.put("keyParam", entry.keyParam());
        }
        if (!entry.params().isEmpty()) {
            body.put("params", entry.params());
        }
        return body;
    }
}
