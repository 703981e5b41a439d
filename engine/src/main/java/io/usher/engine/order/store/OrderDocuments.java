package io.usher.engine.order.store;

import com.mongodb.client.model.Updates;
import io.usher.engine.order.Order;
import io.usher.engine.order.internal.Pending;
import io.usher.engine.order.internal.Pending.Tries;
import io.usher.engine.platform.mongo.FreeValues;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.bson.conversions.Bson;

/** How an order stands in MongoDB. A pending event has {@code next} while it is tried again, none when it is parked. */
final class OrderDocuments {

    private OrderDocuments() {}

    static String id(WorkspaceId workspace, String externalOrderId) {
        return workspace.value() + ":" + externalOrderId;
    }

    static Document document(Order order, Pending pending) {
        var document = new Document("_id", id(order.workspace(), order.externalOrderId()));
        document.putAll(fields(order));
        return document.append("statuses", List.of(order.status())).append("pending", List.of(document(pending)));
    }

    /** Every field that a post sets; one that names nobody leaves the contact of the post before. */
    static Bson content(Order order) {
        return Updates.combine(fields(order).entrySet().stream()
                .map(field -> Updates.set(field.getKey(), field.getValue()))
                .toList());
    }

    private static Map<String, Object> fields(Order order) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("workspace", order.workspace().value());
        fields.put("externalOrderId", order.externalOrderId());
        fields.put("status", order.status());
        fields.put("date", Date.from(order.date()));
        fields.put("content", FreeValues.encode(order.content()));
        fields.put("updatedAt", Date.from(order.updatedAt()));
        var contact = order.contact();
        if (contact != null) {
            fields.put("contact", contact.value());
        }
        return fields;
    }

    static Document document(Pending pending) {
        return new Document("event", pending.event().value())
                .append("status", pending.status())
                .append("params", FreeValues.encode(pending.params()))
                .append("happenedAt", Date.from(pending.at()))
                .append("history", pending.history())
                .append("tries", pending.tries().count())
                .append("next", Date.from(Objects.requireNonNull(pending.tries().next())));
    }

    static List<Pending> pending(Document order) {
        return order.getList("pending", Document.class, List.of()).stream()
                .map(each -> pending(order, each))
                .toList();
    }

    /** Those that the version before left. */
    static List<Pending> oldPending(Document order) {
        return order.getList("pending", Document.class, List.of()).stream()
                .filter(each -> each.containsKey("at"))
                .map(each -> pending(order, each))
                .toList();
    }

    private static Pending pending(Document order, Document each) {
        var at = each.getDate("happenedAt");
        var next = each.getDate("next");
        return new Pending(
                new WorkspaceId(order.getString("workspace")),
                order.getString("externalOrderId"),
                new EventId(each.getString("event")),
                each.getString("status"),
                FreeValues.decode(each.getList("params", Document.class)),
                (at == null ? each.getDate("at") : at).toInstant(),
                each.getBoolean("history", false),
                new Tries(
                        each.getInteger("tries", 0),
                        next == null ? null : next.toInstant(),
                        each.getString("failure")));
    }

    static boolean due(Pending pending, Instant now) {
        var next = pending.tries().next();
        return next != null && !next.isAfter(now);
    }

    static Order order(Document document) {
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
}
