package io.usher.designer.eventtypes;

import io.usher.designer.engine.ApiPath;
import io.usher.designer.engine.EngineClient;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.list.Filter;
import io.usher.designer.list.Slice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads event types from the engine, and registers new ones there. */
@Service
class EventTypes {

    private final EngineClient engine;

    EventTypes(EngineClient engine) {
        this.engine = engine;
    }

    /** What a person fills in; what is left empty is chosen by the engine. */
    record NewType(String name, String key, String category, String keyParam) {}

    Slice<EventType> page(SessionToken token, Filter filter, Optional<String> cursor) {
        record Page(List<EventType> items, @Nullable String next) {}
        var path = ApiPath.of("/event-types")
                .with("search", filter.get(EventTypesView.SEARCH))
                .with("cursor", cursor);
        var page = engine.get(token, path, Page.class);
        return new Slice<>(page.items(), Optional.ofNullable(page.next()));
    }

    EventType create(SessionToken token, NewType type) {
        var body = new LinkedHashMap<String, String>();
        body.put("key", type.key());
        body.put("name", type.name());
        body.put("category", type.category());
        if (!type.keyParam().isBlank()) {
            body.put("keyParam", type.keyParam());
        }
        return engine.post(token, ApiPath.of("/event-types"), body, EventType.class);
    }
}
