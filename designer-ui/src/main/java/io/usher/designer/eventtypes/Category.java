package io.usher.designer.eventtypes;

import com.vaadin.flow.component.Component;
import java.util.Arrays;
import java.util.List;

/** The categories of event types. */
enum Category {
    ORDER("order"),
    CLICK("click"),
    ACTIVITY("activity"),
    SUBSCRIPTION("subscription"),
    NOTIFICATION("notification"),
    IMPORT("import"),
    RFM("rfm"),
    OTHER("other");

    private final String key;

    Category(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Category::key).toList();
    }

    String name(Component speaker) {
        return speaker.getTranslation("event-types.category." + key);
    }

    /** The name people know, or the engine's word for a category this designer does not know yet. */
    static String name(Component speaker, String key) {
        return Arrays.stream(values())
                .filter(category -> category.key.equals(key))
                .findFirst()
                .map(category -> category.name(speaker))
                .orElse(key);
    }
}
