package io.usher.engine.order.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.order.Order;
import io.usher.engine.order.internal.OrderStore;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.mongo.FreeValues;
import io.usher.engine.platform.mongo.IndexPlan;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.platform.web.Cursors;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code orders}, _id = workspace:externalOrderId; {@code statuses} it had, {@code pending} events still to be made. */
@Component
class MongoOrders implements OrderStore, IndexPlan {

    private static final String ORDERS = "orders";

    private final Mongo mongo;

    MongoOrders(Mongo mongo) {
        this.mongo = mongo;
    }

    @Override
    public List<IndexSpec> indexes() {
        return List.of(
                IndexSpec.on(ORDERS, "workspace", "contact", "-date", "-_id"),
                IndexSpec.on(ORDERS, "pending.at").asSparse());
    }

    @Override
    public Mono<Boolean> save(Order order, Pending pending) {
        var newStatus =
                Filters.and(is(order.workspace(), order.externalOrderId()), Filters.ne("statuses", order.status()));
        var withEvent = Updates.combine(
                content(order),
                Updates.addToSet("statuses", order.status()),
                Updates.push("pending", document(pending)));
        return Mono.from(orders().updateOne(newStatus, withEvent, new UpdateOptions().upsert(true)))
                .map(result -> true)
                // the order is there: with this status, or made by another post a moment ago
                .onErrorResume(Failures::duplicateKey, there -> saveExisting(order, newStatus, withEvent));
    }

    private Mono<Boolean> saveExisting(Order order, Bson newStatus, Bson withEvent) {
        return Mono.from(orders().updateOne(newStatus, withEvent))
                .map(result -> result.getMatchedCount() == 1)
                .flatMap(isNew -> isNew
                        ? Mono.just(true)
                        : Mono.from(orders().updateOne(is(order.workspace(), order.externalOrderId()), content(order)))
                                .map(result -> false));
    }

    private static Bson content(Order order) {
        var contact = order.contact();
        return Updates.combine(
                Updates.set("workspace", order.workspace().value()),
                Updates.set("externalOrderId", order.externalOrderId()),
                contact == null ? Updates.unset("contact") : Updates.set("contact", contact.value()),
                Updates.set("status", order.status()),
                Updates.set("date", Date.from(order.date())),
                Updates.set("content", FreeValues.encode(order.content())),
                Updates.set("updatedAt", Date.from(order.updatedAt())));
    }

    @Override
    public Mono<Void> done(Pending pending) {
        var made = Updates.pull("pending", new Document("event", pending.event().value()));
        return Mono.from(orders().updateOne(is(pending.workspace(), pending.externalOrderId()), made))
                .then();
    }

    @Override
    public Mono<List<Pending>> pending(Instant before, int limit) {
        var time = Date.from(before);
        return Flux.from(orders().find(Filters.lt("pending.at", time)).limit(limit))
                .flatMapIterable(MongoOrders::pending)
                .filter(pending -> pending.at().isBefore(before))
                .collectList();
    }

    @Override
    public Mono<Order> find(WorkspaceId workspace, String externalOrderId) {
        return Mono.from(orders().find(is(workspace, externalOrderId)).first()).map(MongoOrders::order);
    }

    @Override
    public Mono<Order> latest(WorkspaceId workspace, ContactId contact) {
        return list(workspace, contact, new PageRequest(null, 1))
                .flatMap(page -> Mono.justOrEmpty(page.items().stream().findFirst()));
    }

    @Override
    public Mono<Page<Order>> list(WorkspaceId workspace, ContactId contact, PageRequest page) {
        var filters = new ArrayList<Bson>();
        filters.add(Filters.eq("workspace", workspace.value()));
        filters.add(Filters.eq("contact", contact.value()));
        if (page.cursor() != null) {
            var after = Cursors.decode(page.cursor(), 2);
            var date = new Date(after.number(0));
            filters.add(Filters.lte("date", date));
            filters.add(Filters.or(Filters.lt("date", date), Filters.lt("_id", id(workspace, after.text(1)))));
        }
        return Flux.from(orders().find(Filters.and(filters))
                        .sort(Sorts.descending("date", "_id"))
                        .limit(page.limit() + 1))
                .map(MongoOrders::order)
                .collectList()
                .map(found -> page(found, page.limit()));
    }

    private static Page<Order> page(List<Order> found, int limit) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        var last = found.get(limit - 1);
        return new Page<>(found.subList(0, limit), Cursors.encode(last.date().toEpochMilli(), last.externalOrderId()));
    }

    private static Document document(Pending pending) {
        return new Document("event", pending.event().value())
                .append("status", pending.status())
                .append("params", FreeValues.encode(pending.params()))
                .append("at", Date.from(pending.at()))
                .append("history", pending.history());
    }

    private static List<Pending> pending(Document order) {
        return order.getList("pending", Document.class, List.of()).stream()
                .map(each -> new Pending(
                        new WorkspaceId(order.getString("workspace")),
                        order.getString("externalOrderId"),
                        new EventId(each.getString("event")),
                        each.getString("status"),
                        FreeValues.decode(each.getList("params", Document.class)),
                        each.getDate("at").toInstant(),
                        each.getBoolean("history", false)))
                .toList();
    }

    private static Order order(Document document) {
        var contact = document.getString("contact");
        return new Order(
                document.getString("externalOrderId"),
                new WorkspaceId(document.getString("workspace")),
                contact == null ? null : new ContactId(contact),
                document.getString("status"),
                document.getDate("date").toInstant(),
                FreeValues.decode(document.getList("content", Document.class)),
                document.getDate("updatedAt").toInstant());
    }

    private static String id(WorkspaceId workspace, String externalOrderId) {
        return workspace.value() + ":" + externalOrderId;
    }

    private static Bson is(WorkspaceId workspace, String externalOrderId) {
        return Filters.eq("_id", id(workspace, externalOrderId));
    }

    private MongoCollection<Document> orders() {
        return mongo.collection(ORDERS);
    }
}
