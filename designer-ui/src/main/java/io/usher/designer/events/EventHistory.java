package io.usher.designer.events;

import io.usher.designer.engine.ApiPath;
import io.usher.designer.engine.EngineClient;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.list.Choice;
import io.usher.designer.list.Filter;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads the history of events from the engine. */
@Service
class EventHistory {

    private static final int PAGES_OF_NEWS = 10;

    private final EngineClient engine;
    private final Clock clock = Clock.systemUTC();

    EventHistory(EngineClient engine) {
        this.engine = engine;
    }

    /** A page of the list; {@code since} is for the next look at what is new. */
    record Page(
            List<EventRow> items,
            @Nullable String next,
            @Nullable String since,
            @Nullable Boolean tooMany) {}

    private record Named(String key, String name) {}

    Page page(SessionToken token, Filter filter, Optional<String> cursor) {
        return list(token, filter, path -> path.with("cursor", cursor));
    }

    /** What came after {@code since}; with a {@code next} only when it is too much to be read at once. */
    Page news(SessionToken token, Filter filter, String since) {
        var items = new ArrayList<EventRow>();
        var first = list(token, filter, path -> path.with("since", since).with("limit", "200"));
        var page = first;
        items.addAll(page.items());
        for (int read = 1; read < PAGES_OF_NEWS && page.next() != null; read++) {
            var cursor = page.next();
            page = list(
                    token,
                    filter,
                    path -> path.with("since", since).with("limit", "200").with("cursor", cursor));
            items.addAll(page.items());
        }
        return new Page(items, page.next(), first.since(), null);
    }

    EventDetail find(SessionToken token, String id) {
        return engine.get(token, ApiPath.of("/events/{id}", id), EventDetail.class);
    }

    EventDetail sendAgain(SessionToken token, String id) {
        return engine.post(token, ApiPath.of("/events/{id}/send-again", id), Map.of(), EventDetail.class);
    }

    List<Choice> types(SessionToken token) {
        return Choice.told(engine.all(token, ApiPath.of("/event-types"), Named.class).stream()
                .map(type -> new Choice(type.key(), type.name()))
                .toList());
    }

    private Page list(SessionToken token, Filter filter, UnaryOperator<ApiPath> part) {
        var from = filter.span(EventsView.TIME)
                .map(clock.instant()::minus)
                .or(() -> filter.instant(EventsView.FROM))
                .map(Instant::toString);
        var path = ApiPath.of("/events")
                .with("type", filter.get(EventsView.TYPE))
                .with("keyStartsWith", filter.get(EventsView.KEY))
                .with("contactStartsWith", filter.get(EventsView.CONTACT))
                .with("from", from)
                .with("to", filter.instant(EventsView.TO).map(Instant::toString));
        return engine.get(token, part.apply(path), Page.class);
    }
}
