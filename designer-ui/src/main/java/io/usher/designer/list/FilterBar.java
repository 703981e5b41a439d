package io.usher.designer.list;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.usher.designer.engine.EngineCalls;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The fields that narrow a list; each change is told as a whole filter. */
public class FilterBar extends Div {

    /** So long somebody who types may pause, in milliseconds. */
    private static final int PAUSE = 300;

    private final Map<String, Consumer<String>> fields = new LinkedHashMap<>();
    private final Map<String, UnaryOperator<Filter>> with = new HashMap<>();
    private final List<Consumer<Filter>> whenShown = new ArrayList<>();
    private final Consumer<Filter> chosen;
    private final Consumer<Filter> typed;
    private Filter shown = Filter.none();

    /** {@code chosen} hears what is chosen, {@code typed} what is written, while it is written. */
    public FilterBar(Consumer<Filter> chosen, Consumer<Filter> typed) {
        this.chosen = chosen;
        this.typed = typed;
        addClassName("us-filters");
        getElement().setAttribute("role", "search");
    }

    /** A field for a text, told as it is written, after each short pause. */
    public FilterBar text(String name, String label) {
        return text(name, label, "");
    }

    /** As above, and says within the field what may be written. */
    public FilterBar text(String name, String label, String how) {
        var field = new TextField(label);
        field.setPlaceholder(how);
        field.setId("filter-" + name);
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE);
        field.addValueChangeListener(change -> tell(name, change.getValue(), change.isFromClient(), typed));
        fields.put(name, value -> {
            // a space at the end is still being typed
            if (!field.getValue().strip().equals(value)) {
                field.setValue(value);
            }
        });
        add(field);
        return this;
    }

    /** Two moments between which something lies; shown while the filter {@code when} has the value {@code is}. */
    public FilterBar moments(String when, String is, Choice from, Choice to) {
        var moments = new Moments(
                from.label(),
                to.label(),
                (begin, end) -> typed.accept(shown.with(from.value(), begin).with(to.value(), end)));
        with.put(
                when,
                asked -> asked.get(when).filter(is::equals).isPresent()
                        ? Moments.today(asked, from.value(), to.value())
                        : asked.with(from.value(), "").with(to.value(), ""));
        whenShown.add(before -> {
            moments.setVisible(shown.get(when).filter(is::equals).isPresent());
            moments.show(shown.instant(from.value()), shown.instant(to.value()));
        });
        moments.setVisible(false);
        add(moments);
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
        field.addAttachListener(attached ->
                calls.run(this, choices, known -> offer(name, field, known), failure -> sayWithoutChoices(field)));
        add(field);
        return this;
    }

    /** As above, where the choices depend on the value of another field: they are asked for anew when that changes. */
    public FilterBar choice(
            String name,
            String label,
            EngineCalls calls,
            String other,
            Function<Optional<String>, List<Choice>> choices) {
        var field = field(name, label, List.of());
        Runnable ask = () -> {
            var value = shown.get(other);
            calls.run(
                    this,
                    () -> choices.apply(value),
                    known -> {
                        if (shown.get(other).equals(value)) {
                            offer(name, field, known);
                        }
                    },
                    failure -> sayWithoutChoices(field));
        };
        field.addAttachListener(attached -> ask.run());
        whenShown.add(before -> {
            if (isAttached() && !before.get(other).equals(shown.get(other))) {
                ask.run();
            }
        });
        add(field);
        return this;
    }

    private void offer(String name, ComboBox<Choice> field, List<Choice> known) {
        field.setHelperText("");
        field.setItems(known);
        shown.get(name).ifPresent(value -> field.setValue(among(known, value)));
    }

    private void sayWithoutChoices(ComboBox<Choice> field) {
        field.setHelperText(getTranslation("list.no-choices"));
    }

    /** The order of the list; the first choice is how it stands without one. */
    public FilterBar order(String name, String label, List<Choice> choices) {
        var field = new Select<Choice>();
        field.setLabel(label);
        field.setId("filter-" + name);
        field.setItemLabelGenerator(Choice::label);
        field.setItems(choices);
        field.setValue(choices.getFirst());
        field.addValueChangeListener(change -> tell(
                name,
                choices.getFirst().equals(change.getValue())
                        ? ""
                        : change.getValue().value(),
                change.isFromClient(),
                chosen));
        fields.put(
                name,
                value -> field.setValue(choices.stream()
                        .filter(choice -> choice.value().equals(value))
                        .findFirst()
                        .orElse(choices.getFirst())));
        add(field);
        return this;
    }

    /** Shows a filter without telling it. */
    public void show(Filter filter) {
        var before = shown;
        shown = filter;
        fields.forEach((name, set) -> set.accept(filter.get(name).orElse("")));
        whenShown.forEach(told -> told.accept(before));
    }

    private ComboBox<Choice> field(String name, String label, List<Choice> choices) {
        var field = new ComboBox<Choice>(label);
        field.setId("filter-" + name);
        field.setItemLabelGenerator(Choice::label);
        field.setItems(choices);
        field.setClearButtonVisible(true);
        field.setPlaceholder(getTranslation("list.all"));
        field.addValueChangeListener(change -> tell(
                name,
                Optional.ofNullable(change.getValue()).map(Choice::value).orElse(""),
                change.isFromClient(),
                chosen));
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

    private void tell(String name, String value, boolean byPerson, Consumer<Filter> told) {
        var asked = with.getOrDefault(name, UnaryOperator.identity()).apply(shown.with(name, value));
        if (byPerson && !asked.equals(shown)) {
            told.accept(asked);
        }
    }
}
