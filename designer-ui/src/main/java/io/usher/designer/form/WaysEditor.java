package io.usher.designer.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.usher.designer.canvas.DrawingProblem;
import io.usher.designer.canvas.Selection.Way;
import io.usher.designer.form.WayFields.Kind;
import io.usher.designer.look.Glyph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** The ways out of a decision in their order, each with its rule or share; an edit of several is told as one. */
final class WaysEditor extends Div {

    static final String FIELD = "ways.";

    private final boolean shares;
    private final Choices choices;
    private final Consumer<Map<String, Map<String, Object>>> edited;
    private final Echo echo = new Echo();
    private final Div list = new Div();
    private final Span sum = new Span();
    private final Button even = new Button(getTranslation("form.ways.even"), click -> tell(Exits.even(this.exits)));
    private final Paragraph hint = new Paragraph();
    private final Map<String, WayFields> fields = new LinkedHashMap<>();
    private List<Exit> exits = List.of();

    WaysEditor(boolean shares, Choices choices, Consumer<Map<String, Map<String, Object>>> edited) {
        this.shares = shares;
        this.choices = choices;
        this.edited = edited;
        addClassName("us-ways");
        sum.addClassName("us-ways-sum");
        sum.getElement().setAttribute("role", "status");
        even.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        even.addClassName("us-ways-even");
        var foot = new Div(sum, even);
        foot.addClassName("us-ways-foot");
        foot.setVisible(shares);
        hint.addClassName("us-soft");
        list.addClassName("us-ways-list");
        add(new H3(getTranslation("form.ways")), hint, list, foot);
    }

    /** Shows the ways as they are drawn now; what is being typed stays when it is only this editor's own edit. */
    void show(List<Way> ways) {
        var now = Exit.inOrder(ways);
        var own = echo.isOwn(states(now));
        var same = ids(now).equals(ids(exits)) && targets(now).equals(targets(exits));
        if (own && same) {
            return;
        }
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
        }
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
        var open = onlyOne || exit.rule() == null;
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
            head.add(small("form.way.give-rule", () -> tell(replaced(at, exit.otherwise(false)))));
        } else {
            head.add(move(at, -1, Glyph.UP, "form.way.up"), move(at, 1, Glyph.DOWN, "form.way.down"));
        }
        var card = new Div(head, way);
        if (!shares && !exit.isElse() && exits.size() > 1 && exits.stream().noneMatch(Exit::isElse)) {
            card.add(small("form.way.make-else", () -> tell(replaced(at, exit.otherwise(true)))));
        }
        card.addClassName("us-way");
        card.getElement().setAttribute("role", "group");
        card.getElement().setAttribute("aria-label", getTranslation("form.way", at + 1));
        return card;
    }

    private Button move(int at, int by, Glyph glyph, String text) {
        var move = new Button(glyph.draw(), click -> tell(Exits.moved(exits, at, by)));
        move.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        move.setAriaLabel(getTranslation(text));
        move.setTooltipText(getTranslation(text));
        move.setEnabled(Exits.canMove(exits, at, by));
        move.addClassName(by < 0 ? "us-way-up" : "us-way-down");
        return move;
    }

    private Button small(String text, Runnable done) {
        var button = new Button(getTranslation(text), click -> done.run());
        button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        return button;
    }

    private List<Exit> replaced(int at, Exit exit) {
        var changed = new ArrayList<>(exits);
        changed.set(at, exit);
        return changed;
    }

    private void tell(Exit one) {
        var changed = new ArrayList<Exit>();
        exits.forEach(exit -> changed.add(exit.id().equals(one.id()) ? one : exit));
        told(changed);
        says();
    }

    /** Several at once: the cards are drawn anew. */
    private void tell(List<Exit> changed) {
        var before = elses(exits);
        var sameOrder = ids(changed).equals(ids(exits));
        told(changed);
        if (sameOrder && before.equals(elses(changed))) {
            changed.forEach(
                    exit -> Objects.requireNonNull(fields.get(exit.id())).show(exit));
            says();
        } else {
            exits = new ArrayList<>(changed);
            exits.sort(java.util.Comparator.comparing(Exit::isElse));
            build();
        }
    }

    private void told(List<Exit> changed) {
        var changes = new LinkedHashMap<String, Map<String, Object>>();
        for (var exit : changed) {
            var before = exits.stream()
                    .filter(one -> one.id().equals(exit.id()))
                    .findFirst()
                    .map(Exit::json);
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
        var total = Exits.sum(exits);
        var whole = total.compareTo(Exits.WHOLE) == 0;
        sum.setText(getTranslation("form.ways.sum", Exits.percent(total)));
        sum.getElement().setAttribute("data-whole", whole);
        even.setVisible(exits.size() > 1);
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

    private static Map<String, Object> states(List<Exit> exits) {
        var states = new LinkedHashMap<String, Object>();
        exits.forEach(exit -> states.put(exit.id(), exit.json()));
        return states;
    }

    private static List<String> ids(List<Exit> exits) {
        return exits.stream().map(Exit::id).toList();
    }

    private static List<Boolean> elses(List<Exit> exits) {
        return exits.stream().map(Exit::isElse).toList();
    }

    private static List<String> targets(List<Exit> exits) {
        return exits.stream().map(exit -> Objects.toString(exit.target(), "")).toList();
    }
}
