package io.usher.designer.list;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.usher.designer.engine.EngineCalls;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The fields that narrow a list; each change is told as a whole filter. */
public class FilterBar extends Div {

    private final Map<String, Consumer<String>> fields = new LinkedHashMap<>();
    private final Consumer<Filter> changed;
    private Filter shown = Filter.none();

    public FilterBar(Consumer<Filter> changed) {
        this.changed = changed;
        addClassName("us-filters");
        getElement().setAttribute("role", "search");
    }

    /** A field for a text, told on Enter or when it is left. */
    public FilterBar text(String name, String label) {
        var field = new TextField(label);
        field.setId("filter-" + name);
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        field.addValueChangeListener(change -> tell(name, change.getValue(), change.isFromClient()));
        fields.put(name, field::setValue);
        add(field);
        return this;
    }

    /** A field with choices that are known. */
    public FilterBar choice(String name, String label, List<Choice> choices) {
        add(field(name, label, choices));
        return this;
    }

    /** A field whose choices the engine knows; without them what the address says can still be seen and cleared. */
    public FilterBar choice(String name, String label, EngineCalls calls, Supplier<List<Choice>> choices) {
        var field = field(name, label, List.of());
        field.addAttachListener(attached -> calls.run(
                this,
                choices,
                known -> {
                    var chosen = shown.get(name);
                    field.setItems(known);
                    chosen.ifPresent(value -> field.setValue(among(known, value)));
                },
                failure -> field.setHelperText(getTranslation("list.no-choices"))));
        add(field);
        return this;
    }

    /** Shows a filter without telling it. */
    public void show(Filter filter) {
        shown = filter;
        fields.forEach((name, set) -> set.accept(filter.get(name).orElse("")));
    }

    private ComboBox<Choice> field(String name, String label, List<Choice> choices) {
        var field = new ComboBox<Choice>(label);
        field.setId("filter-" + name);
        field.setItemLabelGenerator(Choice::label);
        field.setItems(choices);
        field.setClearButtonVisible(true);
        field.setPlaceholder(getTranslation("list.all"));
        field.addValueChangeListener(change -> tell(
                name, Optional.ofNullable(change.getValue()).map(Choice::value).orElse(""), change.isFromClient()));
        fields.put(
                name,
                value -> field.setValue(
                        value.isEmpty()
                                ? null
                                : among(field.getListDataView().getItems().toList(), value)));
        return field;
    }

    private static Choice among(List<Choice> known, String value) {
        return known.stream()
                .filter(choice -> choice.value().equals(value))
                .findFirst()
                .orElseGet(() -> new Choice(value, value));
    }

    private void tell(String name, String value, boolean byPerson) {
        if (byPerson) {
            changed.accept(shown.with(name, value));
        }
    }
}
