package io.usher.engine.order.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.order.Order;
import io.usher.engine.order.internal.OrderStore;
import io.usher.engine.order.internal.Pending;
import io.usher.engine.order.internal.Pending.Tries;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.mongo.Keyset;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code orders}, _id = workspace:externalOrderId; {@code statuses} it had, {@code pending} events still to be made. */
@Component
class MongoOrders implements OrderStore {

    private final Mongo mongo;

    MongoOrders(Mongo mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<Saved> save(Order order, List<String> before, Pending pending) {
        var first = OrderDocuments.document(order, pending);
        return Mono.from(orders().insertOne(first))
                .map(inserted -> Saved.NEW_STATUS)
                .onErrorResume(Failures::duplicateKey, there -> newStatus(order, before, pending));
    }

    private Mono<Saved> newStatus(Order order, List<String> before, Pending pending) {
        var notHadBefore = Filters.and(
                is(order.workspace(), order.externalOrderId()),
                Filters.ne("statuses", order.status()),
                notLater(order, before));
        var withEvent = Updates.combine(
                OrderDocuments.content(order),
                Updates.addToSet("statuses", order.status()),
                Updates.push("pending", OrderDocuments.document(pending)));
        return Mono.from(orders().updateOne(notHadBefore, withEvent))
                .flatMap(result ->
                        result.getMatchedCount() == 1 ? Mono.just(Saved.NEW_STATUS) : knownStatus(order, pending));
    }

    private Mono<Saved> knownStatus(Order order, Pending pending) {
        var hadBefore = Filters.and(
                is(order.workspace(), order.externalOrderId()),
                Filters.eq("statuses", order.status()),
                notLater(order, List.of(order.status())));
        return Mono.from(orders().updateOne(hadBefore, OrderDocuments.content(order)))
                .map(result -> result.getMatchedCount() == 1 ? Saved.KNOWN_STATUS : Saved.OUTDATED);
    }

    private static Bson notLater(Order order, List<String> before) {
        var date = Date.from(order.date());
        return Filters.or(
                Filters.lt("date", date), Filters.and(Filters.eq("date", date), Filters.in("status", before)));
    }

    @Override
    public Mono<Void> done(Pending pending) {
        var made = Updates.pull("pending", new Document("event", pending.event().value()));
        return Mono.from(orders().updateOne(is(pending.workspace(), pending.externalOrderId()), made))
                .then();
    }

    @Override
    public Mono<Void> failed(Pending pending, Tries tries) {
        var next = tries.next();
        var update = Updates.combine(
                Updates.set("pending.$[it].tries", tries.count()),
                Updates.set("pending.$[it].failure", tries.failure()),
                next == null
                        ? Updates.unset("pending.$[it].next")
                        : Updates.set("pending.$[it].next", Date.from(next)));
        return change(pending, update);
    }

    @Override
    public Mono<List<Pending>> due(Instant now, int limit) {
        return Flux.from(orders().find(Filters.lte("pending.next", Date.from(now)))
                        .limit(limit))
                .flatMapIterable(OrderDocuments::pending)
                .filter(pending -> OrderDocuments.due(pending, now))
                .collectList();
    }

    @Override
    public Mono<Boolean> adopt(Instant next, int limit) {
        return Flux.from(orders().find(Filters.lte("pending.at", Date.from(next)))
                        .limit(limit))
                .flatMapIterable(OrderDocuments::oldPending)
                .concatMap(pending -> adopt(pending, next).thenReturn(true))
                .count()
                .map(adopted -> adopted >= limit);
    }

    /** It was called {@code at} while each was tried at every sweep. */
    private Mono<Void> adopt(Pending pending, Instant next) {
        return change(
                pending,
                Updates.combine(
                        Updates.set("pending.$[it].happenedAt", Date.from(pending.at())),
                        Updates.set("pending.$[it].next", Date.from(next)),
                        Updates.unset("pending.$[it].at")));
    }

    private Mono<Void> change(Pending pending, Bson update) {
        var thisOne = new UpdateOptions()
                .arrayFilters(List.of(Filters.eq("it.event", pending.event().value())));
        return Mono.from(orders().updateOne(is(pending.workspace(), pending.externalOrderId()), update, thisOne))
                .then();
    }

    @Override
    public Mono<List<Pending>> notMade(WorkspaceId workspace, String externalOrderId) {
        return Mono.from(orders().find(is(workspace, externalOrderId)).first())
                .map(OrderDocuments::pending)
                .defaultIfEmpty(List.of());
    }

    @Override
    public Mono<Order> find(WorkspaceId workspace, String externalOrderId) {
        return Mono.from(orders().find(is(workspace, externalOrderId)).first()).map(OrderDocuments::order);
    }

    @Override
    public Mono<Order> latest(WorkspaceId workspace, ContactId contact) {
        return list(workspace, contact, new PageRequest(null, 1))
                .flatMap(page -> Mono.justOrEmpty(page.items().stream().findFirst()));
    }

    @Override
    public Mono<Page<Order>> list(WorkspaceId workspace, ContactId contact, PageRequest page) {
        var theirs = List.of(Filters.eq("workspace", workspace.value()), Filters.eq("contact", contact.value()));
        return Keyset.<Order>falling()
                .time("date", Order::date)
                .text("_id", order -> OrderDocuments.id(workspace, order.externalOrderId()))
                .read(orders()::find, theirs, page, OrderDocuments::order);
    }

    private static Bson is(WorkspaceId workspace, String externalOrderId) {
        return Filters.eq("_id", OrderDocuments.id(workspace, externalOrderId));
    }

    private MongoCollection<Document> orders() {
        return mongo.collection(OrderCollections.ORDERS);
    }
}
