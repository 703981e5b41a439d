package io.usher.designer.people;

import io.usher.designer.contacts.Contact;
import io.usher.designer.engine.Page;
import io.usher.designer.engine.Query;
import io.usher.designer.engine.SessionToken;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** One contact or order at the engine, and what happened to it lately, as far as their pages show it; calls block. */
@HttpExchange("/api/v1")
interface PersonClient {

    @GetExchange("/contacts/{id}")
    Whole contact(SessionToken token, @PathVariable String id);

    @GetExchange("/orders/{id}")
    Map<String, @Nullable Object> order(SessionToken token, @PathVariable String id);

    @GetExchange("/journeys")
    Page<Journey> journeys(SessionToken token, Query asked);

    @GetExchange("/messages")
    Page<Message> messages(SessionToken token, Query asked);

    @GetExchange("/events")
    Page<Event> events(SessionToken token, Query asked);

    @GetExchange("/orders")
    Page<Order> orders(SessionToken token, Query asked);

    /** What somebody agreed to, by channel. */
    record Consent(String state, @Nullable Instant since) {}

    /** A contact with all that only its own page shows. */
    record Whole(
            String id,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String externalCustomerId,
            @Nullable String language,
            @Nullable String timeZone,
            @Nullable Map<String, Consent> consents,
            @Nullable Map<String, @Nullable Object> fields,
            @Nullable Instant createdAt) {

        Contact contact() {
            return new Contact(id, firstName, lastName, email, phone, externalCustomerId);
        }
    }

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
}
