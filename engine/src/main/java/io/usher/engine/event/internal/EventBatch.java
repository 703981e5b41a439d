package io.usher.engine.event.internal;

import io.usher.engine.contact.Contacts;
import io.usher.engine.contact.Identifier;
import io.usher.engine.contact.Resolved;
import io.usher.engine.event.Accepted;
import io.usher.engine.event.Event;
import io.usher.engine.event.NewEvent;
import io.usher.engine.event.internal.EventStore.Fresh;
import io.usher.engine.event.internal.EventStore.Key;
import io.usher.engine.shared.Problems;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Stores one batch of events (mechanism.md, section 1): contacts with one query, positions with one increment, who listens with one
 * small read, events with one unordered insert beside the counter's acknowledgement. A crash in between leaves positions
 * unused, nothing else.
 */
@Component
class EventBatch {

    private static final Duration REREAD = Duration.ofMillis(50);
    private static final int REREADS = 40;

    /** The positions of a batch, and when they were taken: events stand in the history as they take effect. */
    private record Taken(long highest, Instant at) {}

    private final Contacts contacts;
    private final EventStore store;
    private final Positions positions;
    private final Listeners listeners;
    private final Announcement announcement;
    private final Clock clock;

    EventBatch(
            Contacts contacts,
            EventStore store,
            Positions positions,
            Listeners listeners,
            Announcement announcement,
            Clock clock) {
        this.contacts = contacts;
        this.store = store;
        this.positions = positions;
        this.listeners = listeners;
        this.announcement = announcement;
        this.clock = clock;
    }

    /**
     * One answer per event, in order: an event whose id is known gets the answer that the first one got. Positions are
     * taken in turn, so that what was sent in one request stands in its order also where it fell into two batches.
     */
    Mono<List<Mono<Accepted>>> write(List<Prepared> batch, Batcher.Turn turn) {
        return answered(batch).flatMap(before -> {
            var fresh = batch.stream()
                    .filter(each -> !before.containsKey(each.storeKey()))
                    .toList();
            EventMeters.REPEATED.increment(batch.size() - fresh.size());
            return fresh.isEmpty() ? Mono.just(answers(batch, before)) : store(batch, fresh, before, turn);
        });
    }

    /** Senders' ids that are known already: looked for first, so that a repetition changes no contact. */
    private Mono<Map<Key, Accepted>> answered(List<Prepared> batch) {
        var named = batch.stream()
                .filter(each -> each.event().id() != null)
                .map(Prepared::storeKey)
                .collect(Collectors.toSet());
        return named.isEmpty() ? Mono.just(Map.of()) : store.accepted(named);
    }

    private Mono<List<Mono<Accepted>>> store(
            List<Prepared> batch, List<Prepared> fresh, Map<Key, Accepted> before, Batcher.Turn turn) {
        var claims = fresh.stream().map(Prepared::claim).toList();
        var taken = positions.take(fresh.size()).map(highest -> new Taken(highest, clock.instant()));
        var workspaces = fresh.stream().map(each -> each.event().workspace()).collect(Collectors.toSet());
        return Mono.zip(contacts.resolve(claims), turn.take(taken), listeners.now(workspaces))
                .flatMap(found -> insert(fresh, found.getT1(), found.getT2(), found.getT3()))
                .flatMap(answers -> {
                    answers.putAll(before);
                    return raced(batch, answers);
                });
    }

    /** The answers of those that were stored now; duplicates have none yet. */
    private Mono<Map<Key, Accepted>> insert(
            List<Prepared> fresh, List<Resolved> resolved, Taken taken, UnaryOperator<Fresh> heard) {
        long highest = taken.highest();
        var events = new ArrayList<Fresh>(fresh.size());
        for (int i = 0; i < fresh.size(); i++) {
            long position = highest - fresh.size() + 1 + i;
            events.add(heard.apply(event(fresh.get(i), resolved.get(i), position, taken.at())));
        }
        return store.insert(events)
                .map(duplicates -> stored(events, duplicates))
                .doOnNext(stored -> announce(events, stored));
    }

    private void announce(List<Fresh> events, Map<Key, Accepted> stored) {
        announcement.stored(events.stream()
                .filter(each -> stored.containsKey(each.key()))
                .map(Fresh::event)
                .toList());
    }

    private static Map<Key, Accepted> stored(List<Fresh> events, Set<Key> duplicates) {
        var answers = new HashMap<Key, Accepted>();
        for (Fresh each : events) {
            if (!duplicates.contains(each.key())) {
                answers.put(
                        each.key(), new Accepted(each.event().id(), each.event().contact(), each.warnings()));
            }
        }
        return answers;
    }

    /** Another instance stored the same id in the meantime: its event is read until it is known to be on the majority. */
    private Mono<List<Mono<Accepted>>> raced(List<Prepared> batch, Map<Key, Accepted> answers) {
        var open = batch.stream()
                .map(Prepared::storeKey)
                .filter(key -> !answers.containsKey(key))
                .collect(Collectors.toSet());
        if (open.isEmpty()) {
            return Mono.just(answers(batch, answers));
        }
        return reread(open).map(found -> {
            answers.putAll(found);
            return answers(batch, answers);
        });
    }

    private Mono<Map<Key, Accepted>> reread(Collection<Key> keys) {
        return store.accepted(keys)
                .filter(found -> found.size() == keys.size())
                .repeatWhenEmpty(REREADS, tries -> tries.delayElements(REREAD))
                .switchIfEmpty(store.accepted(keys))
                .onErrorResume(IllegalStateException.class, exhausted -> store.accepted(keys));
    }

    private static List<Mono<Accepted>> answers(List<Prepared> batch, Map<Key, Accepted> answers) {
        return batch.stream()
                .map(each -> Mono.justOrEmpty(answers.get(each.storeKey()))
                        .switchIfEmpty(Mono.error(() -> Problems.unavailable("Not known to be stored; send it again"))))
                .toList();
    }

    private static Fresh event(Prepared prepared, Resolved resolved, long position, Instant now) {
        NewEvent sent = prepared.event();
        var event = new Event(
                prepared.id(),
                sent.workspace(),
                sent.type(),
                prepared.key(),
                sent.params(),
                resolved.contact(),
                sent.occurredAt() == null ? now : sent.occurredAt(),
                now,
                sent.history(),
                sent.source(),
                resolved.conflicts().stream().map(EventBatch::inWords).toList(),
                position,
                true,
                null,
                null,
                List.of());
        return new Fresh(event, warnings(prepared, resolved));
    }

    /** An event about nobody says which of its params might have named the contact. */
    private static List<String> warnings(Prepared prepared, Resolved resolved) {
        if (resolved.contact() != null) {
            return prepared.warnings();
        }
        var unread = Unread.sentence(prepared.event().params()).map(Warnings::shortened);
        return Stream.concat(unread.stream(), prepared.warnings().stream()).toList();
    }

    private static String inWords(Identifier conflict) {
        return conflict.kind().param() + " " + conflict.shown() + " belongs to another contact";
    }
}
