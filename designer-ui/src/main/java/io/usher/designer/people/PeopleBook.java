package io.usher.designer.people;

import io.usher.designer.contacts.Contact;
import io.usher.designer.contacts.Contacts;
import io.usher.designer.engine.ApiPath;
import io.usher.designer.engine.EngineClient;
import io.usher.designer.engine.SessionToken;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads one contact or one order from the engine, with what happened to it lately. */
@Service
class PeopleBook {

    private static final String LATEST = "8";

    private final EngineClient engine;
    private final Contacts contacts;

    PeopleBook(EngineClient engine, Contacts contacts) {
        this.engine = engine;
        this.contacts = contacts;
    }

    /** What somebody agreed to, by channel. */
    record Consent(String state, @Nullable Instant since) {}

    /** What only the page of the contact shows. */
    record More(
            @Nullable String language,
            @Nullable String timeZone,
            @Nullable Map<String, Consent> consents,
            @Nullable Map<String, @Nullable Object> fields,
            @Nullable Instant createdAt) {}

    record Journey(String id, String workflowName, String state, Instant startedAt) {}

    record Message(String id, String subject, String state, Instant createdAt) {}

    record Event(
            String id,
            String eventTypeKey,
            @Nullable String eventTypeName,
            @Nullable String keyValue,
            String summary,
            Instant acceptedAt) {

        String typeName() {
            return Objects.requireNonNullElse(eventTypeName, eventTypeKey);
        }
    }

    record Order(
            String externalOrderId, String status, @Nullable String date) {}

    /** A contact and the latest of everything about it. */
    record Person(
            Contact contact,
            More more,
            List<Journey> journeys,
            List<Message> messages,
            List<Event> events,
            List<Order> orders) {}

    /** An order as the shop sent it last, whose it is called, and its latest events. */
    record Whole(
            Map<String, @Nullable Object> order, @Nullable Contact contact, List<Event> events) {}

    Person person(SessionToken token, String id) {
        record Journeys(List<Journey> items) {}
        record Messages(List<Message> items) {}
        record Orders(List<Order> items) {}
        var contact = contacts.find(token, id);
        return new Person(
                contact,
                engine.get(token, ApiPath.of("/contacts/{id}", id), More.class),
                engine.get(token, latest("/journeys", id), Journeys.class).items(),
                engine.get(token, latest("/messages", id), Messages.class).items(),
                engine.get(token, latest("/events", id), Events.class).items(),
                engine.get(token, latest("/orders", id), Orders.class).items());
    }

    @SuppressWarnings("unchecked") // JSON names its values by strings
    Whole order(SessionToken token, String id) {
        var order = new LinkedHashMap<String, @Nullable Object>(
                engine.get(token, ApiPath.of("/orders/{id}", id), Map.class));
        var contact = order.get("contactId") instanceof String known ? contacts.find(token, known) : null;
        var events = engine.get(token, ApiPath.of("/events").with("key", id).with("limit", LATEST), Events.class)
                .items();
        return new Whole(order, contact, events);
    }

    private record Events(List<Event> items) {}

    private static ApiPath latest(String path, String contact) {
        return ApiPath.of(path).with("contact", contact).with("limit", LATEST);
    }
}
