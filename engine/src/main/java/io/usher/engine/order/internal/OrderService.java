package io.usher.engine.order.internal;

import io.usher.engine.account.Workspace;
import io.usher.engine.account.Workspaces;
import io.usher.engine.contact.Claim;
import io.usher.engine.contact.ConsentWord.When;
import io.usher.engine.contact.Contacts;
import io.usher.engine.contact.Identifiers;
import io.usher.engine.contact.Resolved;
import io.usher.engine.order.Order;
import io.usher.engine.platform.json.JsonValues;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.ProblemException;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.WorkspaceId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes posted orders: each is stored, and each new status of one makes its event. */
@Component
public class OrderService {

    public static final int MAX_ORDERS = 1_000;

    private static final int AT_ONCE = 64;

    private final Workspaces workspaces;
    private final Identifiers identifiers;
    private final Contacts contacts;
    private final OrderStore store;
    private final StatusEvents statusEvents;
    private final Clock clock;

    OrderService(
            Workspaces workspaces,
            Identifiers identifiers,
            Contacts contacts,
            OrderStore store,
            StatusEvents statusEvents,
            Clock clock) {
        this.workspaces = workspaces;
        this.identifiers = identifiers;
        this.contacts = contacts;
        this.store = store;
        this.statusEvents = statusEvents;
        this.clock = clock;
    }

    /** One order's answer: stored (with the event that a new status made), or the problem with it. */
    public record Outcome(
            @Nullable String externalOrderId,
            @Nullable String status,
            @Nullable EventId event,
            List<String> warnings,
            @Nullable ProblemException problem) {

        public Outcome {
            warnings = List.copyOf(warnings);
        }
    }

    private record Entry(
            @Nullable String externalOrderId,
            OrderBody.@Nullable Read read,
            @Nullable Claim claim,
            List<String> warnings,
            @Nullable ProblemException problem) {}

    /** One outcome per order, in order. */
    public Mono<List<Outcome>> take(WorkspaceId workspace, List<JsonValues.Element> orders) {
        return workspaces
                .find(workspace)
                .defaultIfEmpty(new Workspace(workspace, workspace.value(), ZoneOffset.UTC, "SE"))
                .map(found -> orders.stream().map(order -> entry(found, order)).toList())
                .flatMap(entries -> resolve(entries).flatMap(resolved -> store(workspace, entries, resolved)));
    }

    private Entry entry(Workspace workspace, JsonValues.Element element) {
        var order = element.json().value();
        if (element.problem() != null) {
            return new Entry(OrderBody.idOf(order), null, null, List.of(), element.problem());
        }
        try {
            var read = OrderBody.read(JsonValues.object(order), workspace.zone());
            var reading = identifiers.read(workspace.id(), workspace.country(), read.content());
            var claim = told(reading.claim(), read);
            var warnings = Stream.concat(element.json().warnings().stream(), reading.warnings().stream());
            return new Entry(read.externalOrderId(), read, claim, warnings.toList(), null);
        } catch (ProblemException e) {
            return new Entry(OrderBody.idOf(order), null, null, List.of(), e);
        }
    }

    /**
     * A "yes" is the person's own word when they order. A later status repeats what was ticked then, at a date that is the
     * shop's: it never outweighs what the person refused, before or since.
     */
    private static Claim told(Claim claim, OrderBody.Read order) {
        var said = When.at(order.date());
        var repeated = new When(order.date(), false);
        return claim.toldBy(
                "order", order.externalOrderId(), OrderBody.byThePerson(order.status()) ? said : repeated, said);
    }

    private Mono<List<Resolved>> resolve(List<Entry> entries) {
        var claims = new ArrayList<Claim>();
        entries.forEach(entry -> {
            if (entry.claim() != null) {
                claims.add(entry.claim());
            }
        });
        return claims.isEmpty() ? Mono.just(List.of()) : contacts.resolve(claims);
    }

    /** Different orders side by side; posts of one order one after another, as they stand in the call. */
    private Mono<List<Outcome>> store(WorkspaceId workspace, List<Entry> entries, List<Resolved> resolved) {
        var outcomes = new Outcome[entries.size()];
        var sameOrder = new LinkedHashMap<String, List<Mono<Outcome>>>();
        int next = 0;
        for (int i = 0; i < outcomes.length; i++) {
            int index = i;
            var entry = entries.get(i);
            var read = entry.read();
            if (read == null) {
                outcomes[i] = new Outcome(entry.externalOrderId(), null, null, List.of(), entry.problem());
            } else {
                sameOrder
                        .computeIfAbsent(read.externalOrderId(), id -> new ArrayList<>())
                        .add(store(workspace, read, entry.warnings(), resolved.get(next++))
                                .doOnNext(done -> outcomes[index] = done));
            }
        }
        return Flux.fromIterable(sameOrder.values())
                .flatMap(Flux::concat, AT_ONCE)
                .then(Mono.fromSupplier(() -> List.of(outcomes)));
    }

    private Mono<Outcome> store(WorkspaceId workspace, OrderBody.Read read, List<String> warnings, Resolved resolved) {
        var now = clock.instant();
        var order = new Order(
                read.externalOrderId(), workspace, resolved.contact(), read.status(), read.date(), read.content(), now);
        var pending = new Pending(
                workspace,
                read.externalOrderId(),
                eventId(workspace, read),
                read.status(),
                read.content(),
                now,
                read.history(),
                statusEvents.first());
        return store.save(order, Status.beforeOrBeside(read.status()), pending)
                .flatMap(saved -> switch (saved) {
                    case NEW_STATUS ->
                        statusEvents.makeSoon(pending).thenReturn(outcome(read, pending.event(), warnings));
                    case KNOWN_STATUS -> Mono.just(outcome(read, null, warnings));
                    case OUTDATED -> Mono.just(outcome(read, null, outdated(warnings)));
                })
                .onErrorResume(failure -> Mono.just(failed(read, failure)));
    }

    private static List<String> outdated(List<String> warnings) {
        return Stream.concat(
                        Stream.of("A later state of this order is here already; this one changed nothing"),
                        warnings.stream())
                .toList();
    }

    private static Outcome outcome(OrderBody.Read read, @Nullable EventId event, List<String> warnings) {
        return new Outcome(read.externalOrderId(), read.status(), event, warnings, null);
    }

    private static Outcome failed(OrderBody.Read read, Throwable failure) {
        var problem = failure instanceof ProblemException known
                ? known
                : Problems.unavailable("This order could not be stored; send it again");
        return new Outcome(read.externalOrderId(), null, null, List.of(), problem);
    }

    private static EventId eventId(WorkspaceId workspace, OrderBody.Read read) {
        return new EventId("order-" + Ids.derived(workspace.value(), read.externalOrderId(), read.status()));
    }
}
