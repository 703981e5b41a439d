package io.usher.designer.status;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Map;

/** Names and values, one beside the other. */
class Facts extends DescriptionList {

    Facts() {
        addClassName("us-facts");
    }

    void clear() {
        removeAll();
    }

    Facts put(String name, String value) {
        return put(name, new Span(value));
    }

    Facts put(String name, Component value) {
        add(new Term(name), new Description(value));
        return this;
    }

    /** Details as the engine names them, in alphabetical order and in words. */
    Facts putAll(Map<String, String> details) {
        details.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(detail -> put(inWords(detail.getKey()), detail.getValue()));
        return this;
    }

    static String inWords(String key) {
        var words = key.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .replaceAll("[_.-]+", " ")
                .toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
