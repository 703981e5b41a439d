package io.usher.designer.workflows;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Tags: those in use are offered, another one is made by writing it. */
public class TagsField extends MultiSelectComboBox<String> {

    private final SortedSet<String> known =
            new TreeSet<>(String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder()));

    public TagsField() {
        setAllowCustomValue(true);
        addCustomValueSetListener(typed -> make(typed.getDetail().strip()));
        know(List.of());
    }

    /** These can be chosen as well. */
    public void know(Collection<String> more) {
        var chosen = getValue();
        known.addAll(more);
        setItems(known);
        setValue(chosen);
        // an empty list is not worth opening
        setAutoOpen(!known.isEmpty());
        setClassName("us-no-choices", known.isEmpty());
    }

    /** The tags as they stand in the field, in the order in which they were chosen. */
    public void choose(Collection<String> tags) {
        know(tags);
        setValue(new LinkedHashSet<>(tags));
    }

    private void make(String tag) {
        if (!tag.isEmpty()) {
            know(List.of(tag));
            select(tag);
            // it would lie over the button that comes next
            setOpened(false);
        }
    }
}
