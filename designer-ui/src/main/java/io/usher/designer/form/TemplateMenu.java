package io.usher.designer.form;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.usher.designer.rules.Facts;
import io.usher.designer.rules.Facts.Template;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The button "Insert": a list to search of what a template can say, each piece put where the cursor stood. The pieces come from
 * the engine ready made, since it alone knows how a name is written in Liquid.
 */
class TemplateMenu extends Button {

    private static final Set<String> GROUPS = Set.of("event", "start", "contact", "order", "segment", "consent");

    private final Supplier<Facts> facts;
    private final Consumer<String> insert;
    private final TextField search = new TextField();
    private final Div list = new Div();
    private final Popover menu = new Popover();

    TemplateMenu(Supplier<Facts> facts, Consumer<String> insert) {
        this.facts = facts;
        this.insert = insert;
        setText(getTranslation("form.insert"));
        addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        addClassName("us-insert");
        search.setPlaceholder(getTranslation("form.insert.search"));
        search.setAriaLabel(getTranslation("form.insert.search"));
        search.setValueChangeMode(ValueChangeMode.EAGER);
        search.addValueChangeListener(change -> fill());
        search.addKeyDownListener(
                Key.ENTER, pressed -> shown().stream().findFirst().ifPresent(this::choose));
        list.addClassName("us-insert-list");
        var content = new Div(search, list);
        content.addClassName("us-insert-menu");
        menu.setTarget(this);
        menu.setPosition(PopoverPosition.BOTTOM_END);
        menu.setAutofocus(true);
        menu.setAriaLabel(getTranslation("form.insert.what"));
        menu.add(content);
        // as large before it opens as it is then, so that it finds a place where all of it is seen
        menu.setWidth("21rem");
        menu.addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                search.clear();
                fill();
                search.focus();
            }
        });
    }

    /** What matches the search. */
    List<Template> shown() {
        var wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        return facts.get().templates().stream()
                .filter(piece -> (piece.label() + " " + piece.insert() + " " + piece.group())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
    }

    private void fill() {
        list.removeAll();
        var pieces = shown();
        var group = "";
        for (var piece : pieces) {
            if (!Objects.equals(group, piece.group())) {
                group = piece.group();
                var title = new Span(GROUPS.contains(group) ? getTranslation("rules.group." + group) : group);
                title.addClassName("us-insert-group");
                list.add(title);
            }
            list.add(item(piece));
        }
        if (pieces.isEmpty()) {
            var nothing = new Span(getTranslation("form.insert.nothing"));
            nothing.addClassName("us-soft");
            list.add(nothing);
        }
    }

    private NativeButton item(Template piece) {
        var label = new Span(piece.label());
        var liquid = new Span(piece.insert());
        liquid.addClassName("us-code");
        var item = new NativeButton("", click -> choose(piece));
        item.addClassName("us-insert-item");
        item.add(label, liquid);
        return item;
    }

    void choose(Template piece) {
        menu.close();
        insert.accept(piece.insert());
    }
}
