package io.usher.designer.triggers;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.usher.designer.list.Refusals;
import io.usher.designer.look.Icon;
import io.usher.designer.rules.Facts;
import io.usher.designer.rules.RuleBuilder;
import io.usher.designer.rules.RuleWords;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;

/** One link of a workflow: its event type, what it does, and the rule that its events must match. */
abstract class LinkForm extends Div {

    private final Workbench bench;
    private final Link from;
    private final EventTypeField eventType;
    private final RuleBuilder filter = new RuleBuilder(Facts.none());
    private final Paragraph says = new Paragraph();
    private final Details more = new Details(getTranslation("triggers.more"));
    private Facts facts = Facts.none();
    private final Button up = action(Icon.UP, "triggers.up", () -> move(-1));
    private final Button down = action(Icon.DOWN, "triggers.down", () -> move(1));
    private Runnable changed = () -> {};
    private IntConsumer moved = by -> {};

    LinkForm(Workbench bench, Link from, String label) {
        this.bench = bench;
        this.from = from;
        addClassName("us-link");
        getElement().setAttribute("role", "group");
        eventType = new EventTypeField(bench, label, this::typeChanged);
        filter.setLabel(getTranslation("triggers.only-if"));
        filter.setHelperText(getTranslation("triggers.only-if.help"));
        filter.setValue(from.filter());
        filter.addValueChangeListener(change -> {
            filter.setInvalid(false);
            tell();
        });
        says.addClassName("us-link-says");
        says.getElement().setAttribute("aria-live", "polite");
        more.addClassName("us-link-more");
    }

    /** Puts the parts together: the event type first, then the kind's own, then what is seldom needed. */
    void assemble(Runnable remove, List<Component> own, List<Component> seldom) {
        up.addClassName("us-link-up");
        down.addClassName("us-link-down");
        standsAlone();
        var actions = new Div(up, down, action(Icon.REMOVE, "triggers.remove", remove));
        actions.addClassName("us-link-actions");
        add(eventType, actions);
        add(own);
        add(says);
        filter.addClassName("us-link-only-if");
        var inside = new Div(seldom.toArray(Component[]::new));
        inside.add(filter);
        inside.addClassName("us-link-seldom");
        more.add(inside);
        add(more);
        eventType.choose(from.eventType());
        addAttachListener(attached -> typeChanged());
    }

    /** The link as it is filled in; what this form does not show is kept. */
    Link link() {
        var link = write(from.with("eventType", eventType.key()));
        return Objects.equals(filter.getValue(), from.filter()) ? link : link.with("filter", filter.getValue());
    }

    /** The own part of the kind, written over what was there. */
    abstract Link write(Link link);

    /** One sentence about what it does; without the rule. */
    abstract String sentence(String event);

    /** Told the facts of the chosen event type. */
    abstract void learnt(Facts about);

    /** Whether it can be saved; says beside the field why not. */
    boolean check() {
        if (eventType.key().isEmpty()) {
            Refusals.refuse(eventType.field(), getTranslation("triggers.event-type.missing"));
            eventType.field().focus();
            return false;
        }
        if (!filter.isComplete()) {
            Refusals.refuse(filter, getTranslation("triggers.only-if.missing"));
            unfold();
            if (filter.missing() instanceof Focusable<?> field) {
                field.focus();
            }
            return false;
        }
        return true;
    }

    /** Where the engine's refusals about this link belong. */
    void place(Refusals refusals, String at) {
        refusals.at(at, eventType.field())
                .at(at + ".eventType", eventType.field())
                .at(at + ".filter", filter);
    }

    /** Unfolds what is seldom needed when something in it is wrong. */
    void reveal() {
        if (filter.isInvalid()) {
            more.setOpened(true);
        }
    }

    void unfold() {
        more.setOpened(true);
    }

    void whenChanged(Runnable told) {
        changed = told;
    }

    /** Asked to go one place up, -1, or down, 1. */
    void whenMoved(IntConsumer asked) {
        moved = asked;
    }

    /** There is no order to speak of. */
    void standsAlone() {
        up.setVisible(false);
        down.setVisible(false);
    }

    /** It can go either way, but not beyond the first and the last place. */
    void standsAt(int place, int last) {
        up.setVisible(true);
        down.setVisible(true);
        up.setEnabled(place > 0);
        down.setEnabled(place < last);
    }

    String eventTypeKey() {
        return eventType.key();
    }

    void focus() {
        eventType.field().focus();
    }

    /** Says anew what the link does. */
    void tell() {
        var event = eventType.name();
        says.setVisible(!event.isEmpty());
        if (!event.isEmpty()) {
            var rule = RuleWords.of(filter.getValue(), facts);
            says.setText(
                    rule.isBlank()
                            ? sentence(event)
                            : sentence(event) + " " + getTranslation("triggers.says.if", rule));
        }
        changed.run();
    }

    /** A button that is off has no focus: at either end the other one takes it. */
    private void move(int by) {
        moved.accept(by);
        var pressed = by < 0 ? up : down;
        if (!pressed.isEnabled()) {
            (by < 0 ? down : up).focus();
        }
    }

    private Button action(Icon glyph, String text, Runnable done) {
        var action = new Button(glyph.draw(), click -> done.run());
        action.setAriaLabel(getTranslation(text));
        action.setTooltipText(getTranslation(text));
        action.addThemeVariants(ButtonVariant.TERTIARY);
        return action;
    }

    private void typeChanged() {
        tell();
        bench.facts(this, eventType.key(), about -> {
            facts = about;
            filter.facts(about);
            learnt(about);
            tell();
        });
    }
}
