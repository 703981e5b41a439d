package io.usher.engine.order.internal;

import io.usher.engine.order.Order;
import io.usher.engine.order.internal.Pending.Tries;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Status events in memory, for tests of what becomes of them; it knows no orders. */
final class KeptPending implements OrderStore {

    private final Map<String, Pending> kept = new LinkedHashMap<>();

    void add(Pending pending) {
        kept.put(pending.event().value(), pending);
    }

    Tries tries(Pending pending) {
        return kept.get(pending.event().value()).tries();
    }

    boolean has(Pending pending) {
        return kept.containsKey(pending.event().value());
    }

    @Override
    public Mono<Void> done(Pending pending) {
        return Mono.fromRunnable(() -> kept.remove(pending.event().value()));
    }

    @Override
    public Mono<Void> failed(Pending pending, Tries tries) {
        return Mono.fromRunnable(() -> add(new Pending(
                pending.workspace(),
                pending.externalOrderId(),
                pending.event(),
                pending.status(),
                pending.params(),
                pending.at(),
                pending.history(),
                tries)));
    }

    @Override
    public Mono<List<Pending>> due(Instant now, int limit) {
        return Mono.fromSupplier(() -> kept.values().stream()
                .filter(each ->
                        each.tries().next() != null && !each.tries().next().isAfter(now))
                .limit(limit)
                .toList());
    }

    @Override
    public Mono<Boolean> adopt(Instant next, int limit) {
        return Mono.just(false);
    }

    @Override
    public Mono<List<Pending>> notMade(WorkspaceId workspace, String externalOrderId) {
        return Mono.fromSupplier(() -> kept.values().stream()
                .filter(each -> each.workspace().equals(workspace)
                        && each.externalOrderId().equals(externalOrderId))
                .toList());
    }

    @Override
    public Mono<Saved> save(Order order, List<String> before, Pending pending) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Order> find(WorkspaceId workspace, String externalOrderId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Order> latest(WorkspaceId workspace, ContactId contact) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mono<Page<Order>> list(WorkspaceId workspace, ContactId contact, PageRequest page) {
        throw new UnsupportedOperationException();
    }
}
