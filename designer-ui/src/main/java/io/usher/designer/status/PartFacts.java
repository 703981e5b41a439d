package io.usher.designer.status;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.Map;

/** What is known about one part of the house, names beside values. */
class PartFacts extends DescriptionList {

    PartFacts() {
        addClassName("us-facts");
    }

    void clear() {
        removeAll();
    }

    PartFacts put(String name, String value) {
        return put(name, new Span(value));
    }

    PartFacts put(String name, Component value) {
        add(new Term(name), new Description(value));
        return this;
    }

    /** Details in alphabetical order; those that a check adds by itself as the engine names them. */
    PartFacts putAll(Map<String, String> details) {
        details.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(detail -> put(name(detail.getKey()), detail.getValue()));
        return this;
    }

    private String name(String key) {
        return switch (key) {
            case "address" -> getTranslation("fact.address");
            case "waitingFor" -> getTranslation("fact.waiting-for");
            case "since" -> getTranslation("fact.since");
            case "cause" -> getTranslation("fact.cause");
            default -> inWords(key);
        };
    }

    static String inWords(String key) {
        var words = key.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .replaceAll("[_.-]+", " ")
                .toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
