package io.usher.engine.order.internal;

import io.usher.engine.order.Order;
import io.usher.engine.order.internal.Pending.Tries;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Orders with their status events in memory; passes the same contract as MongoDB's. */
final class FakeOrderStore implements OrderStore {

    private static final Comparator<Order> LATEST_FIRST = Comparator.comparing(Order::date)
            .thenComparing(Order::externalOrderId)
            .reversed();

    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final Map<String, Set<String>> statuses = new LinkedHashMap<>();
    private final Map<String, List<Pending>> pending = new LinkedHashMap<>();

    /** A status event of an order that is not there. */
    void add(Pending added) {
        of(added).add(added);
    }

    Tries tries(Pending asked) {
        return of(asked).stream()
                .filter(each -> each.event().equals(asked.event()))
                .findFirst()
                .orElseThrow()
                .tries();
    }

    boolean has(Pending asked) {
        return of(asked).stream().anyMatch(each -> each.event().equals(asked.event()));
    }

    private List<Pending> of(Pending one) {
        return pending.computeIfAbsent(id(one.workspace(), one.externalOrderId()), id -> new ArrayList<>());
    }

    private static String id(WorkspaceId workspace, String externalOrderId) {
        return workspace.value() + ":" + externalOrderId;
    }

    @Override
    public Mono<Saved> save(Order order, List<String> before, Pending event) {
        return Mono.fromSupplier(() -> {
            var id = id(order.workspace(), order.externalOrderId());
            var stored = orders.get(id);
            var had = statuses.computeIfAbsent(id, key -> new HashSet<>());
            boolean known = had.contains(order.status());
            if (stored != null && later(stored, order, known ? List.of(order.status()) : before)) {
                return Saved.OUTDATED;
            }
            orders.put(id, stored == null ? order : withContact(order, stored.contact()));
            if (known) {
                return Saved.KNOWN_STATUS;
            }
            had.add(order.status());
            add(event);
            return Saved.NEW_STATUS;
        });
    }

    private static boolean later(Order stored, Order order, List<String> before) {
        return stored.date().isAfter(order.date())
                || stored.date().equals(order.date()) && !before.contains(stored.status());
    }

    private static Order withContact(Order order, @Nullable ContactId known) {
        return new Order(
                order.externalOrderId(),
                order.workspace(),
                order.contact() == null ? known : order.contact(),
                order.status(),
                order.date(),
                order.content(),
                order.updatedAt());
    }

    @Override
    public Mono<Void> done(Pending made) {
        return Mono.fromRunnable(() -> of(made).removeIf(each -> each.event().equals(made.event())));
    }

    @Override
    public Mono<Void> failed(Pending event, Tries tries) {
        return Mono.fromRunnable(() ->
                of(event).replaceAll(each -> each.event().equals(event.event()) ? tried(each, tries) : each));
    }

    private static Pending tried(Pending event, Tries tries) {
        return new Pending(
                event.workspace(),
                event.externalOrderId(),
                event.event(),
                event.status(),
                event.params(),
                event.at(),
                event.history(),
                tries);
    }

    @Override
    public Mono<List<Pending>> due(Instant now, int limit) {
        return Mono.fromSupplier(() -> pending.values().stream()
                .flatMap(List::stream)
                .filter(each ->
                        each.tries().next() != null && !each.tries().next().isAfter(now))
                .limit(limit)
                .toList());
    }

    /** No version was before this one. */
    @Override
    public Mono<Boolean> adopt(Instant next, int limit) {
        return Mono.just(false);
    }

    @Override
    public Mono<List<Pending>> notMade(WorkspaceId workspace, String externalOrderId) {
        return Mono.fromSupplier(() -> List.copyOf(pending.getOrDefault(id(workspace, externalOrderId), List.of())));
    }

    @Override
    public Mono<Order> find(WorkspaceId workspace, String externalOrderId) {
        return Mono.fromSupplier(() -> orders.get(id(workspace, externalOrderId)));
    }

    @Override
    public Mono<Order> latest(WorkspaceId workspace, ContactId contact) {
        return list(workspace, contact, new PageRequest(null, 1))
                .flatMap(page -> Mono.justOrEmpty(page.items().stream().findFirst()));
    }

    /** The cursor is the id of the last order of the page before. */
    @Override
    public Mono<Page<Order>> list(WorkspaceId workspace, ContactId contact, PageRequest page) {
        return Mono.fromSupplier(() -> {
            var last = page.cursor() == null ? null : orders.get(id(workspace, page.cursor()));
            var found = orders.values().stream()
                    .filter(each -> each.workspace().equals(workspace) && contact.equals(each.contact()))
                    .filter(each -> last == null || LATEST_FIRST.compare(each, last) > 0)
                    .sorted(LATEST_FIRST)
                    .limit(page.limit() + 1L)
                    .toList();
            return found.size() <= page.limit()
                    ? new Page<>(found, null)
                    : new Page<>(
                            found.subList(0, page.limit()),
                            found.get(page.limit() - 1).externalOrderId());
        });
    }
}
