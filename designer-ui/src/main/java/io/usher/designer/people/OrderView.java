package io.usher.designer.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.usher.designer.contacts.ContactNavigation;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.events.EventNavigation;
import io.usher.designer.list.FactList;
import io.usher.designer.list.Texts;
import io.usher.designer.list.TimeText;
import io.usher.designer.list.ValueTree;
import io.usher.designer.people.People.OneOrder;
import jakarta.annotation.security.PermitAll;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One order as the shop sent it last, whose it is, and the events that were made of it. */
@Route("order")
@PermitAll
class OrderView extends OnePage<OneOrder> implements BeforeEnterObserver {

    private final People people;

    OrderView(EngineCalls calls, People people, AuthenticationContext authentication) {
        super(calls, authentication, "people.order");
        this.people = people;
    }

    /** The shop's own id may hold what the path of an address cannot: a slash, a percent sign. */
    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        show(entering.getLocation()
                .getQueryParameters()
                .getSingleParameter(ContactNavigation.ORDER_ID)
                .orElse(""));
    }

    @Override
    OneOrder read(SessionToken token, String wanted) {
        return people.order(token, wanted);
    }

    @Override
    void draw(OneOrder whole, Div page) {
        var id = text(whole.order().get("externalOrderId"));
        var contact = whole.contact();
        var whose = contact == null
                ? Texts.soft(getTranslation("events.nobody"))
                : ContactNavigation.contact(contact.label(), contact.id());
        var sent = new LinkedHashMap<>(whole.order());
        List.of("contactId", "updatedAt", "statusEvents").forEach(sent::remove);
        page.add(
                headline(getTranslation("people.order.of", id), whose),
                columns(
                        List.of(
                                section("people.order.sent", new ValueTree(sent)),
                                latest(
                                        "people.events",
                                        whole.events(),
                                        this::event,
                                        Optional.of(EventNavigation.ofKey(getTranslation("people.all-events"), id)))),
                        List.of(section("people.order.about", facts(whole)))));
    }

    private FactList facts(OneOrder whole) {
        var order = whole.order();
        return new FactList()
                .put(getTranslation("people.order.status"), text(order.get("status")))
                .put(getTranslation("people.order.date"), moment(order.get("date")))
                .put(getTranslation("people.order.total"), text(order.get("totalCost")))
                .put(getTranslation("people.order.updated"), moment(order.get("updatedAt")));
    }

    private static Component moment(@Nullable Object value) {
        return instant(text(value)).<Component>map(TimeText::new).orElseGet(() -> Texts.text(text(value)));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable Object value) {
        return value instanceof Double number && number == Math.rint(number)
                ? String.valueOf(number.longValue())
                : Objects.toString(value, "");
    }
}
