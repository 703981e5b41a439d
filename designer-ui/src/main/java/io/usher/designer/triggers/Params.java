package io.usher.designer.triggers;

import com.vaadin.flow.component.combobox.ComboBox;
import io.usher.designer.list.Choice;
import io.usher.designer.rules.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A field for a param of an event: one that was seen, or any path a person types. */
class Params extends ComboBox<Choice> {

    private static final String EVENT = "event.";

    private final List<Choice> always;
    private Facts offered = Facts.none();
    private boolean offering;

    /** @param always what can be chosen besides params */
    Params(String label, List<Choice> always) {
        super(label);
        this.always = always;
        setItemLabelGenerator(Choice::label);
        setItems(always);
        setAllowCustomValue(true);
        addCustomValueSetListener(typed -> path(typed.getDetail().strip()));
    }

    /** Offers the params of these events. */
    void offer(Facts facts) {
        if (facts.equals(offered)) {
            return;
        }
        offered = facts;
        var chosen = path();
        var seen = facts.facts().stream()
                .filter(fact -> fact.path().startsWith(EVENT))
                .map(fact -> fact.path().substring(EVENT.length()))
                .map(path -> new Choice(path, path));
        offering = true;
        setItems(Stream.concat(always.stream(), seen).toList());
        path(chosen);
        offering = false;
    }

    /** Told when another path is chosen. */
    void whenChosen(Runnable told) {
        addValueChangeListener(change -> {
            if (!offering) {
                setInvalid(false);
                told.run();
            }
        });
    }

    /** The path, empty when none is chosen. */
    String path() {
        var chosen = getValue();
        return chosen == null ? "" : chosen.value();
    }

    void path(String path) {
        var items = new ArrayList<>(getListDataView().getItems().toList());
        var found = items.stream().filter(item -> item.value().equals(path)).findFirst();
        if (found.isEmpty() && !path.isEmpty()) {
            var own = new Choice(path, path);
            items.add(own);
            setItems(items);
            setValue(own);
        } else if (!Objects.equals(getValue(), found.orElse(null))) {
            setValue(found.orElse(null));
        }
    }
}
