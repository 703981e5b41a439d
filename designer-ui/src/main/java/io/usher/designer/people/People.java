package io.usher.designer.people;

import io.usher.designer.contacts.Contact;
import io.usher.designer.contacts.ContactClient;
import io.usher.designer.engine.Query;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.engine.Together;
import io.usher.designer.people.PersonClient.Event;
import io.usher.designer.people.PersonClient.Journey;
import io.usher.designer.people.PersonClient.Message;
import io.usher.designer.people.PersonClient.Order;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts together the page of one contact or one order; what it needs is asked side by side. Blocks. */
@Service
class People {

    private static final String LATEST = "8";

    private final PersonClient engine;
    private final ContactClient contacts;

    People(PersonClient engine, ContactClient contacts) {
        this.engine = engine;
        this.contacts = contacts;
    }

    /** A contact and the latest of everything about it. */
    record Person(
            PersonClient.Whole more,
            List<Journey> journeys,
            List<Message> messages,
            List<Event> events,
            List<Order> orders) {

        Contact contact() {
            return more.contact();
        }
    }

    /** An order as the shop sent it last, whose it is called, and its latest events. */
    record OneOrder(
            Map<String, @Nullable Object> order, @Nullable Contact contact, List<Event> events) {}

    Person person(SessionToken token, String id) {
        var latest = Query.none().with("contact", id).with("limit", LATEST);
        try (var together = new Together()) {
            var contact = together.ask(() -> engine.contact(token, id));
            var journeys = together.ask(() -> engine.journeys(token, latest));
            var messages = together.ask(() -> engine.messages(token, latest));
            var events = together.ask(() -> engine.events(token, latest));
            var orders = together.ask(() -> engine.orders(token, latest));
            return new Person(
                    contact.get(),
                    journeys.get().items(),
                    messages.get().items(),
                    events.get().items(),
                    orders.get().items());
        }
    }

    OneOrder order(SessionToken token, String id) {
        var latest = Query.none().with("key", id).with("limit", LATEST);
        try (var together = new Together()) {
            var events = together.ask(() -> engine.events(token, latest));
            var order = engine.order(token, id);
            var contact = order.get("contactId") instanceof String known ? contacts.find(token, known) : null;
            return new OneOrder(order, contact, events.get().items());
        }
    }
}
