package io.usher.designer.triggers;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import io.usher.designer.eventtypes.EventType;
import io.usher.designer.list.Texts;
import io.usher.designer.list.TimeText;
import java.util.ArrayList;

/** Chooses an event type by its name, or makes a new one in place. */
class EventTypeField extends Div {

    /** What was typed goes on as the name of the new one; the field shows again what is chosen. */
    private static final String SHOW_CHOSEN = "this._revertInputValueToValue?.()";

    private final Workbench bench;
    private final ComboBox<EventType> field = new ComboBox<>();
    private final Runnable changed;
    private boolean offering;

    EventTypeField(Workbench bench, String label, Runnable changed) {
        this.bench = bench;
        this.changed = changed;
        addClassName("us-event-type-field");
        field.setLabel(label);
        field.setItemLabelGenerator(EventType::label);
        field.setRenderer(new ComponentRenderer<>(this::line));
        field.setPlaceholder(getTranslation("triggers.event-type.choose"));
        field.setAllowCustomValue(true);
        field.addCustomValueSetListener(typed -> take(typed.getDetail().strip()));
        field.setItems(bench.types());
        field.addValueChangeListener(change -> {
            field.setInvalid(false);
            if (!offering) {
                changed.run();
            }
        });
        bench.whenTypesChange(this::offer);
        var make = new Button(getTranslation("triggers.event-type.new"), click -> make(""));
        make.addThemeVariants(ButtonVariant.TERTIARY);
        make.addClassName("us-make-type");
        add(field, make);
    }

    ComboBox<EventType> field() {
        return field;
    }

    String key() {
        var chosen = field.getValue();
        return chosen == null ? "" : chosen.key();
    }

    /** The name of what is chosen, empty when nothing is. */
    String name() {
        var chosen = field.getValue();
        return chosen == null ? "" : chosen.name();
    }

    /** Chooses this one, also when the engine no longer knows it. */
    void choose(String key) {
        if (!key.isEmpty()) {
            var known = bench.type(key).orElseGet(() -> EventType.ofKey(key));
            if (field.getListDataView().getItems().noneMatch(known::equals)) {
                var items = new ArrayList<>(bench.types());
                items.add(known);
                field.setItems(items);
            }
            field.setValue(known);
        }
    }

    private void offer() {
        var chosen = key();
        offering = true;
        field.setItems(bench.types());
        choose(chosen);
        offering = false;
    }

    /** A name or key that is known is chosen, another begins a new type. */
    private void take(String typed) {
        bench.types().stream()
                .filter(type ->
                        type.name().equalsIgnoreCase(typed) || type.key().equals(typed))
                .findFirst()
                .ifPresentOrElse(field::setValue, () -> {
                    field.getElement().executeJs(SHOW_CHOSEN);
                    make(typed);
                });
    }

    private void make(String typed) {
        bench.make(typed, type -> choose(type.key()));
    }

    private Span line(EventType type) {
        var seen = type.lastSeenAt();
        var words = new Span(Texts.code(type.key()));
        words.addClassName("us-type-line-more");
        if (seen == null) {
            words.add(Texts.soft(getTranslation("triggers.event-type.never")));
        } else {
            words.add(Texts.soft(getTranslation("triggers.event-type.seen")), new TimeText(seen));
        }
        var line = new Span(Texts.text(type.name()), words);
        line.addClassName("us-type-line");
        return line;
    }
}
