package io.usher.engine.journey.internal.dispatch;

import io.usher.engine.event.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Contacts in the order of their turns, each once and only while it is free, with its first due events as far as they are known. */
final class NextContacts {

    private final Predicate<String> free;
    private final Map<String, List<Event>> events = new LinkedHashMap<>();

    NextContacts(Predicate<String> free) {
        this.free = free;
    }

    int size() {
        return events.size();
    }

    Map<String, List<Event>> events() {
        return events;
    }

    /** From a page in which no due event of a contact stands before those that are there. */
    void addFirst(List<Event> page, int most) {
        var groups = new LinkedHashMap<String, List<Event>>();
        page.forEach(event -> groups.computeIfAbsent(DueRun.key(event), key -> new ArrayList<>())
                .add(event));
        groups.forEach((key, group) -> {
            if (wanted(key, most)) {
                events.merge(key, group, (known, added) -> known.isEmpty() ? added : known);
            }
        });
    }

    /** From a page in which older events of a contact may be missing: its first ones are still to be read. */
    void addAny(List<Event> page, int most) {
        for (Event event : page) {
            var key = DueRun.key(event);
            if (wanted(key, most)) {
                events.putIfAbsent(key, event.contact() == null ? List.of(event) : List.of());
            }
        }
    }

    private boolean wanted(String key, int most) {
        return events.containsKey(key) || events.size() < most && free.test(key);
    }
}
