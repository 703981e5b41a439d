package io.usher.engine.event.internal;

import io.usher.engine.event.EventType;
import io.usher.engine.event.EventTypeUse;
import io.usher.engine.event.EventTypeUse.Use;
import io.usher.engine.event.internal.EventCounts.Counts;
import io.usher.engine.platform.async.Edits;
import io.usher.engine.shared.Actor;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.Edited;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Expected;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.WorkspaceId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Event types as people see and change them, with the workflows that use them. */
@Component
public class EventTypeRegistry {

    private final EventTypeStore store;
    private final RegisteredTypes cached;
    private final ObjectProvider<EventTypeUse> use;
    private final EventCounts counts;
    private final Clock clock;

    EventTypeRegistry(
            EventTypeStore store,
            RegisteredTypes cached,
            ObjectProvider<EventTypeUse> use,
            EventCounts counts,
            Clock clock) {
        this.store = store;
        this.cached = cached;
        this.use = use;
        this.counts = counts;
        this.clock = clock;
    }

    /** An event type, who uses it, and how many of its events came lately. */
    public record Used(EventType type, List<Use> uses, Counts counts) {

        public Used {
            uses = List.copyOf(uses);
        }
    }

    public Mono<Page<Used>> list(WorkspaceId workspace, @Nullable String search, PageRequest page) {
        return store.list(workspace, search, page).flatMap(found -> used(workspace, found));
    }

    public Mono<Used> find(WorkspaceId workspace, EventTypeKey key) {
        return store.find(workspace, key)
                .switchIfEmpty(Mono.error(() -> Problems.notFound("event type", key.value())))
                .flatMap(this::used);
    }

    /** 409 when the key is taken. */
    public Mono<Used> create(EventType type, Actor actor) {
        var made = new EventType(
                type.key(),
                type.workspace(),
                type.name(),
                type.category(),
                type.keyParam(),
                type.params(),
                clock.instant(),
                null);
        return store.lookalike(type.workspace(), type.key())
                .map(made::looksLike)
                .defaultIfEmpty(made)
                .filterWhen(fresh -> store.create(fresh, entry(type, actor, "made")))
                .switchIfEmpty(Mono.error(
                        () -> Problems.conflict("key-taken", "There is an event type \"" + type.key() + "\" already")))
                .doOnNext(created -> cached.forget(type.workspace(), type.key()))
                .map(created -> new Used(created, List.of(), Counts.NONE));
    }

    /** Changes the type if it is the one that was looked at; what {@code change} makes of it differs only in what can be changed. */
    public Mono<Edited<Used>> change(
            WorkspaceId workspace, EventTypeKey key, Expected expected, UnaryOperator<EventType> change, Actor actor) {
        var now = store.find(workspace, key)
                .switchIfEmpty(Mono.error(() -> Problems.notFound("event type", key.value())));
        return Edits.change(now, EventType::tag, expected, type -> replace(type, change.apply(type), actor))
                .flatMap(edited -> switch (edited) {
                    case Edited.Saved<EventType>(var type) -> used(type).<Edited<Used>>map(Edited.Saved::new);
                    case Edited.Stale<EventType>(var type) -> used(type).<Edited<Used>>map(Edited.Stale::new);
                });
    }

    private Mono<EventType> replace(EventType now, EventType next, Actor actor) {
        return next.equals(now)
                ? Mono.just(now)
                : store.update(next, entry(next, actor, "changed"))
                        .doOnNext(updated -> cached.forget(now.workspace(), now.key()));
    }

    /** 409 while a workflow uses it. */
    public Mono<Void> delete(WorkspaceId workspace, EventTypeKey key, Actor actor) {
        return find(workspace, key)
                .flatMap(found -> found.uses().isEmpty()
                        ? store.delete(workspace, key, entry(found.type(), actor, "deleted"))
                        : Mono.error(Problems.conflict("in-use", inUse(found))))
                .doOnNext(deleted -> cached.forget(workspace, key))
                .then();
    }

    private AuditEntry entry(EventType type, Actor actor, String action) {
        var key = type.key().value();
        return AuditEntry.of(type.workspace(), clock.instant(), actor, "event-type." + action, key, Map.of());
    }

    private static String inUse(Used used) {
        var names = used.uses().stream().map(Use::name).distinct().collect(Collectors.joining(", "));
        return "Event type \"" + used.type().key() + "\" is used by " + names;
    }

    private Mono<Used> used(EventType type) {
        return used(type.workspace(), new Page<>(List.of(type), null))
                .map(page -> page.items().getFirst());
    }

    private Mono<Page<Used>> used(WorkspaceId workspace, Page<EventType> page) {
        var keys = page.items().stream().map(EventType::key).toList();
        return uses(workspace, keys)
                .zipWith(counts.of(workspace, keys))
                .map(found -> page.map(type -> new Used(
                        type,
                        found.getT1().getOrDefault(type.key(), List.of()),
                        found.getT2().getOrDefault(type.key(), Counts.NONE))));
    }

    private Mono<Map<EventTypeKey, List<Use>>> uses(WorkspaceId workspace, List<EventTypeKey> keys) {
        var port = use.getIfAvailable();
        return port == null || keys.isEmpty() ? Mono.just(Map.of()) : port.uses(workspace, keys);
    }
}
