package io.usher.designer.events;

import io.usher.designer.engine.Page;
import io.usher.designer.engine.Query;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.list.Filter;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The history of events as a filter narrows it, and what is new in it. */
@Service
class EventHistory {

    private static final int PAGES_OF_NEWS = 10;

    private final EventClient events;
    private final Clock clock = Clock.systemUTC();

    EventHistory(EventClient events) {
        this.events = events;
    }

    /** A page of the list; its {@code since} is for the next look at what is new. */
    Page<EventRow> page(SessionToken token, Filter filter, Optional<String> cursor) {
        return events.list(token, query(filter).with("cursor", cursor));
    }

    /** What came after {@code since}; with a {@code next} only when it is too much to be read at once. */
    Page<EventRow> news(SessionToken token, Filter filter, String since) {
        var asked = query(filter).with("since", since).with("limit", String.valueOf(Page.MOST));
        var first = events.list(token, asked);
        var items = new ArrayList<>(first.items());
        var page = first;
        for (int read = 1; read < PAGES_OF_NEWS && page.next() != null; read++) {
            page = events.list(token, asked.with("cursor", page.cursor()));
            items.addAll(page.items());
        }
        return new Page<>(items, page.next(), null, first.since());
    }

    private Query query(Filter filter) {
        var from = filter.span(EventsView.TIME)
                .map(clock.instant()::minus)
                .or(() -> filter.instant(EventsView.FROM))
                .map(Instant::toString);
        return Query.none()
                .with("type", filter.get(EventsView.TYPE))
                .with("keyStartsWith", filter.get(EventsView.KEY))
                .with("contactStartsWith", filter.get(EventsView.CONTACT))
                .with("from", from)
                .with("to", filter.instant(EventsView.TO).map(Instant::toString));
    }
}
