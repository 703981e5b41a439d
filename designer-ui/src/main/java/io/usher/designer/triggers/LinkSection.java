package io.usher.designer.triggers;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.usher.designer.list.Refusals;
import io.usher.designer.list.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** The links of one kind behind their switch; switched off, none of them counts, but what was filled in stays. */
class LinkSection<F extends LinkForm> extends Section {

    private final String kind;
    private final BiFunction<Link, Runnable, F> make;
    private final Checkbox on = new Checkbox();
    private final Div links = new Div();
    private final Paragraph inOrder = new Paragraph(getTranslation("triggers.in-order"));
    private final Div inside = new Div();
    private final List<F> forms = new ArrayList<>();
    private Runnable changed = () -> {};
    private boolean ordered;

    /** @param kind start or stop, as in the engine's places of refusals and in the texts */
    LinkSection(String kind, Sign sign, BiFunction<Link, Runnable, F> make) {
        this.kind = kind;
        this.make = make;
        addClassName("us-links");
        on.setLabel(getTranslation("triggers." + kind));
        on.setId("switch-" + kind);
        on.addClassName("us-switch");
        on.setManualValidation(true);
        on.getElement().executeJs("this.inputElement?.setAttribute('role', 'switch')");
        on.addValueChangeListener(change -> switched(change.isFromClient()));
        sign.addClassName("us-links-sign");
        var head = new Div(sign, on);
        head.addClassName("us-links-head");
        var what = new Paragraph(getTranslation("triggers." + kind + ".what"));
        var more = new Button(getTranslation("triggers." + kind + ".add"), click -> {
            add(Link.empty()).focus();
            tell();
        });
        more.setId("add-" + kind);
        more.addThemeVariants(ButtonVariant.TERTIARY);
        links.addClassName("us-links-list");
        inOrder.addClassName("us-links-in-order");
        inOrder.getElement().setAttribute("role", "status");
        inOrder.setVisible(false);
        inside.add(inOrder, links, new Span(more));
        add(head, what, inside);
        inside.setVisible(false);
    }

    /** Of these links the first that fits counts, so a person may put them into another order. */
    LinkSection<F> inOrder() {
        ordered = true;
        return this;
    }

    /** These in the place of what was there. */
    void show(List<Link> given) {
        forms.clear();
        links.removeAll();
        given.forEach(this::add);
        on.setValue(!given.isEmpty());
        inside.setVisible(on.getValue());
    }

    void whenChanged(Runnable told) {
        changed = told;
        tellOrder();
    }

    List<F> forms() {
        return List.copyOf(forms);
    }

    List<Link> links() {
        return on.getValue() ? forms.stream().map(LinkForm::link).toList() : List.of();
    }

    /** Whether all of it can be saved; says beside the first field where not. */
    boolean check() {
        return !on.getValue() || forms.stream().allMatch(LinkForm::check);
    }

    void place(Refusals refusals) {
        refusals.at(kind, on);
        for (int i = 0; i < forms.size(); i++) {
            forms.get(i).place(refusals, kind + "[" + i + "]");
        }
    }

    void reveal() {
        forms.forEach(LinkForm::reveal);
    }

    private F add(Link link) {
        var held = new ArrayList<F>();
        F form = make.apply(link, () -> held.forEach(this::remove));
        held.add(form);
        form.whenChanged(this::tell);
        form.whenMoved(by -> move(form, by));
        forms.add(form);
        links.add(form);
        return form;
    }

    private void remove(F form) {
        forms.remove(form);
        links.remove(form);
        if (forms.isEmpty()) {
            on.setValue(false);
            on.focus();
        }
        tell();
    }

    /** Its neighbour goes to the other side of it, so what has the focus stays where it is in the page. */
    private void move(F form, int by) {
        int from = forms.indexOf(form);
        var neighbour = forms.remove(from + by);
        links.remove(neighbour);
        forms.add(from, neighbour);
        links.addComponentAtIndex(from, neighbour);
        tell();
    }

    private void tell() {
        tellOrder();
        changed.run();
    }

    private void tellOrder() {
        if (!ordered) {
            return;
        }
        for (int i = 0; i < forms.size(); i++) {
            if (forms.size() > 1) {
                forms.get(i).standsAt(i, forms.size() - 1);
            } else {
                forms.get(i).standsAlone();
            }
        }
        var types = forms.stream()
                .map(LinkForm::eventTypeKey)
                .filter(key -> !key.isEmpty())
                .toList();
        inOrder.setVisible(types.size() > Set.copyOf(types).size());
    }

    private void switched(boolean byPerson) {
        on.setInvalid(false);
        inside.setVisible(on.getValue());
        if (on.getValue() && forms.isEmpty()) {
            var first = add(Link.empty());
            if (byPerson) {
                first.focus();
            }
        }
        tell();
    }
}
