package io.usher.engine.journey.internal.dispatch;

import io.usher.engine.event.Decision;
import io.usher.engine.event.DispatchQueue;
import io.usher.engine.event.Event;
import io.usher.engine.journey.Journey;
import io.usher.engine.journey.Journey.State;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Events, journeys and re-entry documents in memory with the atomicity of MongoDB: one document, one step. */
final class FakeStores {

    final Map<EventId, Event> events = Collections.synchronizedMap(new LinkedHashMap<>());
    final Map<JourneyId, Journey> journeys = new LinkedHashMap<>();
    final Map<String, ReentryDocuments.Row> rows = new LinkedHashMap<>();
    final Map<EventId, String> parked = new ConcurrentHashMap<>();
    final List<String> violations = new ArrayList<>();
    final Queue queue = new Queue();
    final Journeys journeyStore = new Journeys();
    final Documents documents = new Documents();
    boolean onlyOneMayRun;

    private final Schedule schedule;

    FakeStores(Schedule schedule) {
        this.schedule = schedule;
    }

    private <T> Mono<T> step(String what, Supplier<T> body) {
        return Mono.fromSupplier(() -> {
            schedule.step(what);
            return body.get();
        });
    }

    List<Event> due() {
        schedule.step("read page");
        return events.values().stream()
                .filter(Event::due)
                .sorted(Comparator.comparingLong(Event::position))
                .toList();
    }

    void change(JourneyId id, java.util.function.UnaryOperator<Journey> change) {
        journeys.computeIfPresent(id, (key, journey) -> change.apply(journey));
    }

    static Journey with(Journey j, State state, Journey.End end, boolean sent) {
        return new Journey(
                j.id(),
                j.workspace(),
                j.workflow(),
                j.workflowName(),
                j.version(),
                j.contact(),
                j.start(),
                j.startPosition(),
                j.scope(),
                state,
                j.run(),
                j.at(),
                j.instance(),
                j.memory(),
                sent,
                j.block(),
                j.startedAt(),
                end,
                j.failure());
    }

    static Event with(Event e, boolean due, Params intent, List<Decision> decisions) {
        return with(e, due, intent, e.parked(), decisions);
    }

    private static Event with(Event e, boolean due, Params intent, String parked, List<Decision> decisions) {
        return new Event(
                e.id(),
                e.workspace(),
                e.type(),
                e.key(),
                e.params(),
                e.contact(),
                e.occurredAt(),
                e.acceptedAt(),
                e.history(),
                e.source(),
                e.conflicts(),
                e.position(),
                due,
                intent,
                parked,
                decisions);
    }

    private static boolean stillDue(Event now, Event asRead) {
        return now.due() && now.position() == asRead.position();
    }

    final class Queue implements DispatchQueue {

        @Override
        public Mono<List<Event>> oldest(Collection<Integer> lanes, int limit) {
            return Mono.fromSupplier(FakeStores.this::due);
        }

        @Override
        public Mono<List<Event>> newest(Collection<Integer> lanes, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Mono<WorkspaceId> nextWorkspace(Collection<Integer> lanes, WorkspaceId after) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Mono<List<Event>> byContact(
                Collection<Integer> lanes, WorkspaceId workspace, ContactId after, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Mono<List<Event>> first(ContactId contact, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Mono<List<Due>> before(Map<ContactId, Long> positions) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Mono<Event> read(WorkspaceId workspace, EventId id) {
            return step("read " + id, () -> {
                var event = events.get(id);
                return event != null && event.workspace().equals(workspace) ? event : null;
            });
        }

        @Override
        public Mono<List<Event>> readAll(WorkspaceId workspace, Collection<EventId> ids) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Mono<Boolean> storeIntent(Event event, Params intent) {
            return step("intent of " + event.id(), () -> {
                var now = events.get(event.id());
                boolean match = stillDue(now, event) && now.intent() == null;
                if (match) {
                    events.put(event.id(), with(now, true, intent, List.of()));
                }
                return match;
            });
        }

        @Override
        public Mono<Boolean> finish(Event event, List<Decision> decisions, boolean withoutIntent) {
            return step("finish " + event.id(), () -> {
                var now = events.get(event.id());
                boolean match = stillDue(now, event) && (!withoutIntent || now.intent() == null);
                if (match) {
                    events.put(event.id(), with(now, false, null, decisions));
                }
                return match;
            });
        }

        @Override
        public Mono<Boolean> park(Event event, String reason) {
            return step("park " + event.id(), () -> {
                var now = events.get(event.id());
                boolean match = stillDue(now, event) && now.intent() == null;
                if (match) {
                    events.put(event.id(), with(now, false, null, reason, List.of()));
                    parked.put(event.id(), reason);
                }
                return match;
            });
        }

        @Override
        public Mono<Event> sendAgain(WorkspaceId workspace, EventId id, AuditEntry audit) {
            throw new UnsupportedOperationException();
        }
    }

    final class Journeys implements DispatchJourneys {

        @Override
        public Mono<Map<JourneyId, Journey>> findAll(Collection<JourneyId> ids) {
            return step("journeys " + ids.size(), () -> {
                var found = new LinkedHashMap<JourneyId, Journey>();
                ids.stream().filter(journeys::containsKey).forEach(id -> found.put(id, journeys.get(id)));
                return found;
            });
        }

        @Override
        public Mono<List<Journey>> running(WorkspaceId workspace, ContactId contact, WorkflowId workflow, long below) {
            return step(
                    "running below " + below,
                    () -> journeys.values().stream()
                            .filter(j ->
                                    j.contact().equals(contact) && j.workflow().equals(workflow))
                            .filter(j -> !j.state().ended() && j.startPosition() < below)
                            .toList());
        }

        @Override
        public Mono<ScopeView> scope(
                WorkspaceId workspace, WorkflowId workflow, ContactId contact, Journey.Scope scope, EventId event) {
            return step("(c) scope for " + event, () -> {
                var all = journeys.values().stream()
                        .filter(j ->
                                j.workflow().equals(workflow) && j.contact().equals(contact))
                        .filter(j ->
                                j.scope().equals(scope) && !j.start().event().equals(event))
                        .toList();
                var running = all.stream()
                        .filter(j -> !j.state().ended()
                                || (j.end() != null && j.end().begunAgainBy(event)))
                        .toList();
                var latest = all.stream()
                        .map(Journey::startedAt)
                        .max(Instant::compareTo)
                        .orElse(null);
                return new ScopeView(running, latest);
            });
        }

        @Override
        public Mono<Journey> stop(JourneyId id, Journey.End end, AuditEntry audit) {
            return stop(id, end, false);
        }

        @Override
        public Mono<Void> insert(Journey journey) {
            return step("insert J(" + journey.start().event() + ")", () -> {
                        boolean another = journeys.values().stream()
                                .anyMatch(j -> !j.state().ended());
                        if (journeys.putIfAbsent(journey.id(), journey) == null && another && onlyOneMayRun) {
                            violations.add(
                                    "two run at once: J(" + journey.start().event() + ") was inserted");
                        }
                        return true;
                    })
                    .then();
        }

        @Override
        public Mono<Journey> stop(JourneyId id, Journey.End end, boolean onlyUnsent) {
            return step("end J by " + end.event(), () -> {
                var now = journeys.get(id);
                if (!now.state().ended() && !(onlyUnsent && now.sent())) {
                    journeys.put(id, with(now, State.STOPPED, end, now.sent()));
                }
                return journeys.get(id);
            });
        }
    }

    final class Documents implements ReentryDocuments {

        @Override
        public Mono<Row> read(String scope) {
            return step("(a) read re-entry", () -> rows.get(scope));
        }

        @Override
        public Mono<Boolean> write(String scope, Row before, Row after) {
            return step("(f) write re-entry for " + after.lastEvent(), () -> {
                var now = rows.get(scope);
                boolean match = before == null ? now == null : now != null && now.n() == before.n();
                if (match) {
                    rows.put(scope, after);
                }
                return match;
            });
        }
    }
}
