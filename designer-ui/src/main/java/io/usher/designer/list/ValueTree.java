package io.usher.designer.list;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came in as a tree, such as the params of an event: names, values, and each value to copy. */
public class ValueTree extends UnorderedList {

    public ValueTree(Map<String, @Nullable Object> params) {
        this();
        params.forEach((name, value) -> add(line(name, value)));
    }

    private ValueTree(List<?> values) {
        this();
        for (int i = 0; i < values.size(); i++) {
            add(line(String.valueOf(i + 1), values.get(i)));
        }
    }

    private ValueTree() {
        addClassName("us-tree");
    }

    private ListItem line(String name, @Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map when !map.isEmpty() -> branch(name, map.size(), new ValueTree(named(map)));
            case List<?> list when !list.isEmpty() -> branch(name, list.size(), new ValueTree(list));
            case null, default -> leaf(name, String.valueOf(value));
        };
    }

    private ListItem branch(String name, int size, ValueTree inside) {
        var summary = new Span(name(name), size(size));
        var details = new NativeDetails(summary, inside);
        details.setOpen(true);
        return new ListItem(details);
    }

    private ListItem leaf(String name, String value) {
        var shown = new Span(value);
        shown.addClassName("us-tree-value");
        var line = new Span(name(name), shown, new Copy(getTranslation("list.copy-value", name), value));
        line.addClassName("us-tree-line");
        return new ListItem(line);
    }

    private static Span name(String name) {
        var span = new Span(name);
        span.addClassName("us-tree-name");
        return span;
    }

    private static Span size(int size) {
        var span = new Span(String.valueOf(size));
        span.addClassName("us-soft");
        return span;
    }

    @SuppressWarnings("unchecked") // JSON names its values by strings
    private static Map<String, @Nullable Object> named(Map<?, ?> map) {
        return (Map<String, @Nullable Object>) map;
    }
}
