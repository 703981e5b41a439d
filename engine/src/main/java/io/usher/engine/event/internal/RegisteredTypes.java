package io.usher.engine.event.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.usher.engine.event.EventType;
import io.usher.engine.event.EventType.Category;
import io.usher.engine.event.EventTypes;
import io.usher.engine.event.NewEvent;
import io.usher.engine.shared.Actor;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Keyed;
import io.usher.engine.shared.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Event types as acceptance needs them: from a cache of seconds, registered when they are new, last seen by the minute. */
@Component
public class RegisteredTypes implements EventTypes {

    private static final Logger LOG = LoggerFactory.getLogger(RegisteredTypes.class);
    private static final Duration CACHED = Duration.ofSeconds(2);
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
    private static final int MAX_CACHED = 10_000;

    private record Key(WorkspaceId workspace, EventTypeKey key) {}

    private final EventTypeStore store;
    private final Clock clock;
    private final Cache<Key, EventType> cache = Caffeine.newBuilder()
            .expireAfterWrite(CACHED)
            .maximumSize(MAX_CACHED)
            .build();
    private final Cache<Key, Instant> seen =
            Caffeine.newBuilder().maximumSize(MAX_CACHED).build();

    RegisteredTypes(EventTypeStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Mono<EventType> find(WorkspaceId workspace, EventTypeKey key) {
        return store.find(workspace, key);
    }

    @Override
    public Mono<List<EventType>> findAll(WorkspaceId workspace, Collection<EventTypeKey> keys) {
        return keys.isEmpty() ? Mono.just(List.of()) : store.findAll(workspace, keys);
    }

    @Override
    public Mono<EventType> register(EventType type, Actor actor) {
        return registered(type, actor).doOnNext(made -> forget(type.workspace(), type.key()));
    }

    /** The event's type if it is registered; at most some seconds old. */
    Mono<EventType> known(NewEvent event) {
        var key = new Key(event.workspace(), event.type());
        var cached = cache.getIfPresent(key);
        return cached != null
                ? Mono.just(cached)
                : store.find(event.workspace(), event.type()).doOnNext(type -> cache.put(key, type));
    }

    /** Registers the event's type, category Other unless the event names one. */
    Mono<EventType> register(NewEvent event) {
        var type = new EventType(
                event.type(),
                event.workspace(),
                event.type().value(),
                category(event.category()),
                null,
                List.of(),
                clock.instant(),
                null);
        return store.lookalike(event.workspace(), event.type())
                .map(type::looksLike)
                .defaultIfEmpty(type)
                .flatMap(fresh -> registered(fresh, Actor.system("first-event")))
                .doOnNext(made -> cache.put(new Key(event.workspace(), event.type()), made));
    }

    private Mono<EventType> registered(EventType type, Actor actor) {
        var key = type.key().value();
        var made = AuditEntry.of(type.workspace(), clock.instant(), actor, "event-type.made", key, Map.of());
        return store.register(type, made);
    }

    /** Notes when the type was seen, with a write a minute at most. */
    void seen(NewEvent event) {
        var key = new Key(event.workspace(), event.type());
        var now = clock.instant();
        var last = seen.getIfPresent(key);
        if (last == null || Duration.between(last, now).compareTo(SEEN_EVERY) >= 0) {
            seen.put(key, now);
            store.seen(event.workspace(), event.type(), now)
                    .subscribe(
                            done -> {}, failure -> LOG.debug("Last seen of {} was not noted", event.type(), failure));
        }
    }

    /** Makes the next event read the type anew. */
    public void forget(WorkspaceId workspace, EventTypeKey key) {
        cache.invalidate(new Key(workspace, key));
    }

    private static Category category(@Nullable String key) {
        return Keyed.find(Category.class, key).orElse(Category.OTHER);
    }
}
