package io.usher.designer.eventtypes;

import io.usher.designer.engine.Page;
import io.usher.designer.engine.Query;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.list.Choice;
import io.usher.designer.list.Filter;
import io.usher.designer.list.Slice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The event types of the engine; calls block. */
@HttpExchange("/api/v1/event-types")
public interface EventTypeClient {

    /** What a person fills in; what is left empty is chosen by the engine. */
    record Entry(String name, String key, String category, String keyParam, List<EventType.Param> params) {

        Map<String, Object> body() {
            var body = new LinkedHashMap<String, Object>();
            body.put("name", name);
            body.put("category", category);
            if (!keyParam.isBlank()) {
                body.put("keyParam", keyParam);
            }
            if (!params.isEmpty()) {
                body.put("params", params);
            }
            return body;
        }
    }

    @GetExchange
    Page<EventType> list(SessionToken token, Query asked);

    @PostExchange
    EventType create(SessionToken token, @RequestBody Map<String, Object> type);

    @PutExchange("/{key}")
    EventType change(SessionToken token, @PathVariable String key, @RequestBody Map<String, Object> type);

    default Slice<EventType> page(SessionToken token, Filter filter, Optional<String> cursor) {
        var page = list(
                token,
                Query.none().with("search", filter.get(EventTypesView.SEARCH)).with("cursor", cursor));
        return new Slice<>(page.items(), page.cursor());
    }

    /** All of them, as far as somebody can still choose among them. */
    default List<EventType> all(SessionToken token) {
        return Page.all(part -> list(token, part));
    }

    /** All of them to choose among, told apart where two have one name. */
    default List<Choice> choices(SessionToken token) {
        return Choice.told(all(token).stream()
                .map(type -> new Choice(type.key(), type.name()))
                .toList());
    }

    /** The keys of all types by their names, without regard to case. */
    default Map<String, List<String>> keysByName(SessionToken token) {
        return all(token).stream()
                .collect(Collectors.groupingBy(
                        type -> type.name().toLowerCase(Locale.ROOT),
                        Collectors.mapping(EventType::key, Collectors.toList())));
    }

    default EventType create(SessionToken token, Entry entry) {
        var body = entry.body();
        body.put("key", entry.key());
        return create(token, body);
    }

    /** One of which only key and name are known. */
    default EventType create(SessionToken token, String key, String name) {
        return create(token, Map.of("key", key, "name", name));
    }

    /** Changes everything but the key. */
    default EventType change(SessionToken token, Entry entry) {
        return change(token, entry.key(), entry.body());
    }
}
