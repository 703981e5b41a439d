package io.usher.designer.events;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.usher.designer.contacts.ContactNames;
import io.usher.designer.contacts.ContactNavigation;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.journeys.JourneyNavigation;
import io.usher.designer.list.Copy;
import io.usher.designer.list.FactList;
import io.usher.designer.list.Notice;
import io.usher.designer.list.Skeleton;
import io.usher.designer.list.State;
import io.usher.designer.list.Texts;
import io.usher.designer.list.TimeText;
import io.usher.designer.list.ValueTree;
import io.usher.designer.look.Icon;
import io.usher.designer.workflows.WorkflowNavigation;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** One event beside the list: what came in, what it led to for each workflow and why. */
class EventPanel extends Section {

    private final EngineCalls calls;
    private final EventClient events;
    private final SessionToken token;
    private final ContactNames names;
    private final Skeleton skeleton = new Skeleton();
    private final Div content = new Div();
    private final Notice notice = new Notice();
    private Optional<String> open = Optional.empty();

    EventPanel(EngineCalls calls, EventClient events, SessionToken token, ContactNames names, Runnable close) {
        this.calls = calls;
        this.events = events;
        this.token = token;
        this.names = names;
        addClassName("us-panel");
        getElement().setAttribute("aria-label", getTranslation("events.one"));
        var button = new Button(Icon.CLOSE.draw(), click -> close.run());
        button.setAriaLabel(getTranslation("events.close"));
        button.addClassName("us-panel-close");
        button.addThemeVariants(ButtonVariant.TERTIARY);
        content.addClassName("us-panel-content");
        add(button, notice, skeleton, content);
        setVisible(false);
        addAttachListener(attached -> load());
    }

    void show(Optional<String> id) {
        if (!id.equals(open)) {
            open = id;
            content.removeAll();
            notice.clear();
            setVisible(id.isPresent());
            load();
        }
    }

    private void load() {
        open.filter(id -> isAttached()).ifPresent(id -> run(id, () -> events.find(token, id)));
    }

    private void run(String id, Supplier<EventDetail> call) {
        notice.clear();
        skeleton.show(true);
        calls.run(
                this,
                () -> {
                    var event = call.get();
                    names.learn(
                            ContactNames.unlabelled(List.of(event), EventDetail::contactId, EventDetail::contactLabel));
                    return event;
                },
                event -> {
                    if (open.filter(id::equals).isPresent()) {
                        draw(event);
                    }
                },
                failure -> {
                    if (open.filter(id::equals).isPresent()) {
                        skeleton.hide();
                        notice.show(failure, () -> run(id, call));
                    }
                });
    }

    private void draw(EventDetail event) {
        skeleton.hide();
        content.removeAll();
        content.add(head(event));
        if (event.decisions().isEmpty()) {
            content.add(summary(event));
        }
        if (event.parked()) {
            content.add(new Button(
                    getTranslation("events.send-again"),
                    click -> run(event.id(), () -> events.sendAgain(token, event.id()))));
        }
        if (!event.warned().isEmpty()) {
            content.add(section("events.warnings", warnings(event)));
        }
        content.add(
                section("events.decisions", decisions(event)),
                section("events.params", params(event)),
                section("events.about", facts(event)));
    }

    /** What it is, its key and whom it is about: stays in sight while the rest is read. */
    private Header head(EventDetail event) {
        var which = new Div();
        which.addClassName("us-panel-which");
        var key = event.keyValue();
        if (key != null) {
            var shown =
                    ContactNavigation.isOrderKey(event.eventTypeKey()) ? ContactNavigation.order(key) : new Span(key);
            which.add(new Span(new Span(getTranslation("events.key") + " "), shown));
        }
        var contact = event.contactId();
        which.add(
                contact == null
                        ? new Span(getTranslation("events.nobody"))
                        : ContactNavigation.contact(names.of(contact, event.contactLabel()), contact));
        var name = Objects.requireNonNullElse(event.eventTypeName(), event.eventTypeKey());
        var head = new Header(new H2(name), which);
        head.addClassName("us-panel-head");
        return head;
    }

    private static Paragraph summary(EventDetail event) {
        var summary = new Paragraph(event.summary());
        summary.addClassName("us-lead");
        return summary;
    }

    private FactList facts(EventDetail event) {
        var id = new Span(Texts.code(event.id()), new Copy(getTranslation("list.copy-id"), event.id()));
        id.addClassName("us-with-copy");
        return new FactList()
                .put(getTranslation("events.type"), Texts.code(event.eventTypeKey()))
                .put(getTranslation("events.occurred"), new TimeText(event.occurredAt()))
                .put(getTranslation("events.accepted"), new TimeText(event.acceptedAt()))
                .put(getTranslation("events.source"), event.source())
                .put(getTranslation("events.kind"), event.history() ? getTranslation("events.historic") : "")
                .put(getTranslation("events.conflicts"), String.join(", ", event.conflicts()))
                .put(getTranslation("fact.id"), id);
    }

    private static Component warnings(EventDetail event) {
        var list = new UnorderedList();
        list.addClassName("us-warnings");
        event.warned().forEach(warning -> list.add(new ListItem(warning)));
        return list;
    }

    private Component decisions(EventDetail event) {
        if (event.decisions().isEmpty()) {
            return Texts.soft(getTranslation("events.no-decision"));
        }
        var list = new UnorderedList();
        list.addClassName("us-decisions");
        event.decisions().forEach(decision -> list.add(decision(decision)));
        return list;
    }

    private ListItem decision(EventDetail.Decision decision) {
        var item = new ListItem();
        var workflow = WorkflowNavigation.toDrawing(decision.workflowName(), decision.workflowId());
        workflow.addClassName("us-strong");
        item.add(
                outcome(decision.outcome()),
                workflow,
                new Paragraph(decision.reason().text()));
        var journeys = decision.journeyIds();
        for (int i = 0; i < journeys.size(); i++) {
            var text = journeys.size() == 1
                    ? getTranslation("events.journey")
                    : getTranslation("events.journey-number", i + 1);
            item.add(JourneyNavigation.journey(text, journeys.get(i)));
        }
        return item;
    }

    private State outcome(String outcome) {
        var words = List.of("started", "not-started", "stopped", "nothing-to-stop", "not-stopped", "woke");
        var tone = switch (outcome) {
            case "started", "woke" -> State.Tone.GOOD;
            case "stopped" -> State.Tone.CALM;
            case "not-started", "not-stopped" -> State.Tone.WAITING;
            default -> State.Tone.OFF;
        };
        return new State(words.contains(outcome) ? getTranslation("events.outcome." + outcome) : outcome, tone);
    }

    private Component params(EventDetail event) {
        return event.params().isEmpty()
                ? Texts.soft(getTranslation("events.no-params"))
                : new ValueTree(event.params());
    }

    private Section section(String title, Component inside) {
        return new Section(new H3(getTranslation(title)), inside);
    }
}
