package io.usher.engine.workflow.internal;

import io.usher.engine.event.Event;
import io.usher.engine.event.EventType;
import io.usher.engine.event.EventTypes;
import io.usher.engine.event.Events;
import io.usher.engine.rule.EventFacts;
import io.usher.engine.rule.KnownFact;
import io.usher.engine.rule.KnownFacts;
import io.usher.engine.rule.SeenFacts;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.TimeWindow;
import io.usher.engine.shared.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What rules and templates can speak of: the params of the newest events, then what contacts, orders and segments offer. */
@Component
public class FactMenus {

    private static final int LOOKED_AT = 50;
    private static final TimeWindow EVER = new TimeWindow(null, null);

    private final Events events;
    private final EventTypes types;
    private final KnownFacts known;

    FactMenus(Events events, EventTypes types, KnownFacts known) {
        this.events = events;
        this.types = types;
        this.known = known;
    }

    /** The facts when {@code event.} is an event of one of these types. */
    public Mono<List<KnownFact>> of(WorkspaceId workspace, Collection<EventTypeKey> keys) {
        return ofEvents(workspace, keys)
                .zipWith(known.known(workspace))
                .map(found -> Stream.concat(found.getT1().stream(), found.getT2().stream())
                        .toList());
    }

    private Mono<List<KnownFact>> ofEvents(WorkspaceId workspace, Collection<EventTypeKey> keys) {
        return Flux.fromIterable(keys)
                .concatMap(key -> newest(workspace, key))
                .concatMapIterable(Page::items)
                .map(event -> new EventFacts(event.key(), event.params()))
                .reduce(new SeenFacts("event"), (seen, facts) -> seen.add(facts.tree()))
                .zipWith(types.findAll(workspace, keys))
                .map(found -> declared(found.getT1(), found.getT2()).facts());
    }

    private Mono<Page<Event>> newest(WorkspaceId workspace, EventTypeKey key) {
        return events.list(workspace, new Events.Query(key, null, null, EVER), new PageRequest(null, LOOKED_AT));
    }

    private static SeenFacts declared(SeenFacts seen, List<EventType> types) {
        types.stream()
                .flatMap(type -> type.params().stream())
                .forEach(param -> seen.addName(param.name(), param.type()));
        return seen;
    }
}
