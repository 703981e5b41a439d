package io.usher.designer.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.usher.designer.canvas.DrawingProblem;
import io.usher.designer.canvas.Selection.Way;
import io.usher.designer.form.WayFields.Kind;
import io.usher.designer.look.Icon;
import io.usher.designer.rules.RuleWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The ways out of a decision in their order, each with its rule or share; an edit of several is told as one. */
final class WaysEditor extends Div {

    static final String FIELD = "ways.";

    /** What changes the drawing itself: one more way of a decision, by its id, and a way that goes, by its line's id. */
    record Asks(Consumer<String> added, Consumer<String> removed) {

        Asks of(String decision) {
            return new Asks(asked -> added.accept(decision), removed);
        }
    }

    private final boolean shares;
    private final Choices choices;
    private final Asks asks;
    private final Consumer<Map<String, Map<String, Object>>> edited;
    private final Echo echo = new Echo();
    private final Div list = new Div();
    private final Span sum = new Span();
    private final Button even = new Button(getTranslation("form.ways.even"), click -> tell(WaysOut.even(this.exits)));
    private final Button more = small("form.ways.add", this::addWay);
    private final Paragraph hint = new Paragraph();
    private final Map<String, WayFields> fields = new LinkedHashMap<>();
    private List<WayOut> exits = List.of();
    private boolean expecting;

    WaysEditor(boolean shares, Choices choices, Asks asks, Consumer<Map<String, Map<String, Object>>> edited) {
        this.shares = shares;
        this.choices = choices;
        this.asks = asks;
        this.edited = edited;
        addClassName("us-ways");
        sum.addClassName("us-ways-sum");
        sum.getElement().setAttribute("role", "status");
        even.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        even.addClassName("us-ways-even");
        more.addClassName("us-ways-add");
        var foot = new Div(more, sum, even);
        foot.addClassName("us-ways-foot");
        sum.setVisible(shares);
        hint.addClassName("us-soft");
        list.addClassName("us-ways-list");
        add(new H3(getTranslation("form.ways")), hint, list, foot);
    }

    /** Shows the ways as they are drawn now; what is being typed stays when it is only this editor's own edit. */
    void show(List<Way> ways) {
        var now = WayOut.inOrder(ways);
        var own = echo.isOwn(states(now));
        var same = ids(now).equals(ids(exits)) && targets(now).equals(targets(exits));
        if (own && same) {
            return;
        }
        var before = List.copyOf(fields.keySet());
        exits = now;
        if (same
                && elses(now)
                        .equals(fields.values().stream()
                                .map(each -> each.exit().isElse())
                                .toList())) {
            now.forEach(exit -> Objects.requireNonNull(fields.get(exit.id())).show(exit));
            says();
        } else {
            build();
            goOn(before);
        }
    }

    /** The cursor stays in the list when a way has come that was asked for here, or has gone. */
    private void goOn(List<String> before) {
        if (expecting && !fields.keySet().equals(Set.copyOf(before))) {
            expecting = false;
            fields.entrySet().stream()
                    .filter(way -> !before.contains(way.getKey()))
                    .map(way -> way.getValue().first())
                    .findFirst()
                    .ifPresentOrElse(WaysEditor::focus, more::focus);
        }
    }

    /** Where the cursor goes first: what the first way carries. */
    Optional<Component> first() {
        return exits.stream()
                .map(exit -> Objects.requireNonNull(fields.get(exit.id())))
                .map(WayFields::first)
                .findFirst();
    }

    void choicesChanged() {
        fields.values().forEach(WayFields::choicesChanged);
    }

    /** Puts what is about one way to that way. */
    void problems(List<DrawingProblem> problems) {
        fields.forEach((id, field) -> field.problem(problems.stream()
                .filter(problem -> isAbout(problem, id))
                .map(DrawingProblem::message)
                .findFirst()));
    }

    /** Marks the way that this is about, and where the cursor goes; empty when it is about none of them. */
    Optional<Component> lead(DrawingProblem problem) {
        return fields.entrySet().stream()
                .filter(way -> isAbout(problem, way.getKey()))
                .findFirst()
                .map(way -> way.getValue().lead(problem));
    }

    static boolean isAbout(DrawingProblem problem, String flow) {
        return problem.field() != null
                && (problem.field().equals(FIELD + flow) || problem.field().startsWith(FIELD + flow + "."));
    }

    private void build() {
        list.removeAll();
        fields.clear();
        int ruled = (int) exits.stream().filter(exit -> !exit.isElse()).count();
        for (int i = 0; i < exits.size(); i++) {
            list.add(card(i, ruled == 1));
        }
        says();
    }

    private Div card(int at, boolean onlyOne) {
        var exit = exits.get(at);
        var kind = shares ? Kind.SHARE : exit.isElse() ? Kind.NAME_ONLY : Kind.RULE;
        var open = onlyOne || RuleWords.of(exit.rule(), choices.facts()).isEmpty();
        var way = new WayFields(exit, kind, open, choices, this::tell);
        fields.put(exit.id(), way);
        var leads = new Span(
                exit.target() == null || exit.target().isBlank()
                        ? getTranslation("form.way.nowhere")
                        : getTranslation("form.way.leads", exit.target()));
        leads.addClassName("us-way-leads");
        var head = new Div(leads);
        head.addClassName("us-way-head");
        if (exit.isElse()) {
            var rest = new Span(getTranslation("form.way.else"));
            rest.addClassName("us-way-else");
            head.addComponentAsFirst(rest);
        } else {
            head.add(move(at, -1, Icon.UP, "form.way.up"), move(at, 1, Icon.DOWN, "form.way.down"));
        }
        head.add(remove(exit));
        var card = new Div(head, way);
        if (exit.isElse()) {
            card.add(small("form.way.give-rule", () -> tell(replaced(at, exit.otherwise(false)))));
        }
        if (!shares && !exit.isElse() && exits.size() > 1 && exits.stream().noneMatch(WayOut::isElse)) {
            card.add(small("form.way.make-else", () -> tell(replaced(at, exit.otherwise(true)))));
        }
        card.addClassName("us-way");
        card.getElement().setAttribute("role", "group");
        card.getElement().setAttribute("aria-label", getTranslation("form.way", at + 1));
        return card;
    }

    private Button move(int at, int by, Icon glyph, String text) {
        var move = sign(glyph, getTranslation(text), () -> {
            var id = exits.get(at).id();
            tell(WaysOut.moved(exits, at, by));
            focusOn(id, by);
        });
        move.setEnabled(WaysOut.canMove(exits, at, by));
        move.addClassName(by < 0 ? "us-way-up" : "us-way-down");
        return move;
    }

    /** On the button that moves this way on, or on its name where it can go no further. */
    private void focusOn(String id, int by) {
        int at = ids(exits).indexOf(id);
        list.getChildren()
                .skip(at)
                .findFirst()
                .flatMap(card -> WaysOut.canMove(exits, at, by) ? button(card, by) : Optional.<Component>empty())
                .ifPresentOrElse(
                        WaysEditor::focus,
                        () -> focus(Objects.requireNonNull(fields.get(id)).name()));
    }

    private static Optional<Component> button(Component card, int by) {
        return card.getChildren()
                .flatMap(Component::getChildren)
                .filter(part -> part instanceof Button one && one.hasClassName(by < 0 ? "us-way-up" : "us-way-down"))
                .findFirst();
    }

    private Button remove(WayOut exit) {
        var remove = sign(Icon.REMOVE, getTranslation("form.way.remove", exit.name()), () -> {
            expecting = true;
            asks.removed().accept(exit.id());
        });
        remove.setEnabled(exits.size() > 1);
        remove.addClassName("us-way-remove");
        return remove;
    }

    private void addWay() {
        expecting = true;
        asks.added().accept("");
    }

    private static Button sign(Icon glyph, String text, Runnable done) {
        var button = new Button(glyph.draw(), click -> done.run());
        button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        button.setAriaLabel(text);
        button.setTooltipText(text);
        return button;
    }

    private static void focus(Component field) {
        if (field instanceof Focusable<?> one) {
            one.focus();
        }
    }

    private Button small(String text, Runnable done) {
        var button = new Button(getTranslation(text), click -> done.run());
        button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        return button;
    }

    private List<WayOut> replaced(int at, WayOut exit) {
        var changed = new ArrayList<>(exits);
        changed.set(at, exit);
        return changed;
    }

    private void tell(WayOut one) {
        var changed = new ArrayList<WayOut>();
        exits.forEach(exit -> changed.add(exit.id().equals(one.id()) ? one : exit));
        told(changed);
        says();
    }

    /** Several at once: the cards are drawn anew. */
    private void tell(List<WayOut> changed) {
        var before = elses(exits);
        var sameOrder = ids(changed).equals(ids(exits));
        told(changed);
        if (sameOrder && before.equals(elses(changed))) {
            changed.forEach(
                    exit -> Objects.requireNonNull(fields.get(exit.id())).show(exit));
            says();
        } else {
            exits = new ArrayList<>(changed);
            exits.sort(java.util.Comparator.comparing(WayOut::isElse));
            build();
        }
    }

    private void told(List<WayOut> changed) {
        var changes = new LinkedHashMap<String, Map<String, Object>>();
        for (var exit : changed) {
            var before = exits.stream()
                    .filter(one -> one.id().equals(exit.id()))
                    .findFirst()
                    .map(WayOut::json);
            if (before.isEmpty() || !Json.same(before.get(), exit.json())) {
                changes.put(exit.id(), exit.json());
            }
        }
        exits = List.copyOf(changed);
        if (!changes.isEmpty()) {
            echo.sent(states(exits));
            edited.accept(changes);
        }
    }

    private void says() {
        var total = WaysOut.sum(exits);
        var whole = total.compareTo(WaysOut.WHOLE) == 0;
        sum.setText(getTranslation("form.ways.sum", WaysOut.percent(total)));
        sum.getElement().setAttribute("data-whole", whole);
        even.setVisible(shares && exits.size() > 1);
        hint().ifPresentOrElse(
                        text -> {
                            hint.setText(text);
                            hint.setVisible(true);
                        },
                        () -> hint.setVisible(false));
    }

    private Optional<String> hint() {
        if (exits.isEmpty()) {
            return Optional.of(getTranslation(shares ? "form.ways.none.shares" : "form.ways.none.rules"));
        }
        if (exits.size() == 1) {
            return Optional.of(getTranslation(shares ? "form.ways.one.shares" : "form.ways.one.rules"));
        }
        return shares ? Optional.empty() : Optional.of(getTranslation("form.ways.order"));
    }

    private static Map<String, Object> states(List<WayOut> exits) {
        var states = new LinkedHashMap<String, Object>();
        exits.forEach(exit -> states.put(exit.id(), exit.json()));
        return states;
    }

    private static List<String> ids(List<WayOut> exits) {
        return exits.stream().map(WayOut::id).toList();
    }

    private static List<Boolean> elses(List<WayOut> exits) {
        return exits.stream().map(WayOut::isElse).toList();
    }

    private static List<String> targets(List<WayOut> exits) {
        return exits.stream().map(exit -> Objects.toString(exit.target(), "")).toList();
    }
}
