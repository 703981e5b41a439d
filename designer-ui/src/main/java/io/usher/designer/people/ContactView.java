package io.usher.designer.people;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.usher.designer.contacts.ContactNavigation;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.events.EventNavigation;
import io.usher.designer.journeys.JourneyNavigation;
import io.usher.designer.list.Copy;
import io.usher.designer.list.FactList;
import io.usher.designer.list.State;
import io.usher.designer.list.Texts;
import io.usher.designer.list.TimeText;
import io.usher.designer.list.ValueTree;
import io.usher.designer.messages.MessageNavigation;
import io.usher.designer.people.People.Person;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One contact: who it is, what it agreed to, and its latest journeys, messages, events and orders. */
@Route("contact")
@PermitAll
class ContactView extends OnePage<Person> implements HasUrlParameter<String> {

    private final People people;

    ContactView(EngineCalls calls, People people, AuthenticationContext authentication) {
        super(calls, authentication, "people.contact");
        this.people = people;
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        show(parameter);
    }

    @Override
    Person read(SessionToken token, String wanted) {
        return people.person(token, wanted);
    }

    @Override
    void draw(Person person, Div page) {
        var id = person.contact().id();
        var journeys = latest(
                "journeys.title",
                person.journeys(),
                journey -> line(
                        JourneyNavigation.journey(journey.workflowName(), journey.id()),
                        JourneyNavigation.state(this, journey.state()),
                        journey.startedAt()),
                Optional.of(JourneyNavigation.ofContact(getTranslation("journeys.all"), id)));
        var messages = latest(
                "messages.title",
                person.messages(),
                message -> line(
                        MessageNavigation.message(
                                message.subject().isBlank() ? getTranslation("messages.no-subject") : message.subject(),
                                message.id()),
                        MessageNavigation.state(this, message.state()),
                        message.createdAt()),
                Optional.of(MessageNavigation.ofContact(getTranslation("messages.all"), id)));
        var events = latest(
                "people.events",
                person.events(),
                this::event,
                Optional.of(EventNavigation.ofContact(getTranslation("people.all-events"), id)));
        var orders = latest(
                "people.orders",
                person.orders(),
                order -> line(
                        ContactNavigation.order(order.externalOrderId()),
                        new State(order.status(), State.Tone.OFF),
                        null),
                Optional.empty());
        var beside = new ArrayList<>(List.of(section("people.about", facts(person)), orders));
        var fields = Objects.requireNonNullElse(person.more().fields(), Map.<String, Object>of());
        if (!fields.isEmpty()) {
            beside.add(section("people.fields", new ValueTree(fields)));
        }
        page.add(
                headline(
                        name(person),
                        Texts.soft(Objects.toString(person.contact().email(), ""))),
                columns(List.of(journeys, messages, events), beside));
    }

    private static String name(Person person) {
        var contact = person.contact();
        var name = (Objects.toString(contact.firstName(), "") + " " + Objects.toString(contact.lastName(), "")).strip();
        return name.isEmpty() ? contact.label() : name;
    }

    private FactList facts(Person person) {
        var contact = person.contact();
        var more = person.more();
        var id = new Span(Texts.code(contact.id()), new Copy(getTranslation("list.copy-id"), contact.id()));
        id.addClassName("us-with-copy");
        var facts = new FactList()
                .put(getTranslation("people.email"), contact.email())
                .put(getTranslation("people.phone"), contact.phone())
                .put(getTranslation("people.customer"), contact.externalCustomerId())
                .put(getTranslation("people.language"), more.language())
                .put(getTranslation("people.zone"), more.timeZone());
        Objects.requireNonNullElse(more.consents(), Map.<String, PersonClient.Consent>of())
                .forEach((channel, consent) -> facts.put(channel(channel), consent(consent.state())));
        if (more.createdAt() != null) {
            facts.put(getTranslation("people.since"), new TimeText(more.createdAt()));
        }
        return facts.put(getTranslation("fact.id"), id);
    }

    private String channel(String channel) {
        return switch (channel) {
            case "email" -> getTranslation("people.consent.email");
            case "sms" -> getTranslation("people.consent.sms");
            default -> channel;
        };
    }

    private String consent(String state) {
        return switch (state) {
            case "given" -> getTranslation("people.consent.given");
            case "refused" -> getTranslation("people.consent.refused");
            case "unknown" -> getTranslation("people.consent.unknown");
            default -> state;
        };
    }
}
