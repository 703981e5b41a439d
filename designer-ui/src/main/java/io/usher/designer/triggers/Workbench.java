package io.usher.designer.triggers;

import com.vaadin.flow.component.Component;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.eventtypes.EventType;
import io.usher.designer.eventtypes.EventTypeDialog;
import io.usher.designer.rules.Facts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What all links of one dialog have in common: the event types there are, and what is known about each. */
class Workbench {

    private final EngineCalls calls;
    private final TriggerClients engine;
    private final SessionToken token;
    private final List<EventType> types = new ArrayList<>();
    private final Map<String, Facts> known = new HashMap<>();
    private final List<Runnable> typeWatchers = new ArrayList<>();
    private @Nullable EventTypeDialog making;

    Workbench(EngineCalls calls, TriggerClients engine, SessionToken token) {
        this.calls = calls;
        this.engine = engine;
        this.token = token;
    }

    void types(List<EventType> all) {
        types.clear();
        types.addAll(all);
    }

    List<EventType> types() {
        return List.copyOf(types);
    }

    Optional<EventType> type(String key) {
        return types.stream().filter(type -> type.key().equals(key)).findFirst();
    }

    /** Told when there is a new event type to choose. */
    void whenTypesChange(Runnable told) {
        typeWatchers.add(told);
    }

    /**
     * Lets the person make an event type here; it can be chosen in every link then. A click on the button also ends what was
     * being typed, which asks for the same: the first one counts.
     */
    void make(String typed, Consumer<EventType> made) {
        if (making != null && making.isOpened()) {
            return;
        }
        making = EventTypeDialog.create(calls, typed, entry -> engine.types().create(token, entry), type -> {
            types.add(type);
            typeWatchers.forEach(Runnable::run);
            made.accept(type);
        });
        making.open();
    }

    /** Tells the facts of each of these event types when all have come. */
    void facts(Component owner, List<String> eventTypes, Consumer<List<Facts>> told) {
        var found = new HashMap<String, Facts>();
        if (eventTypes.isEmpty()) {
            told.accept(List.of());
        }
        for (var type : eventTypes) {
            facts(owner, type, facts -> {
                found.put(type, facts);
                if (found.size() == eventTypes.size()) {
                    told.accept(eventTypes.stream().map(found::get).toList());
                }
            });
        }
    }

    /** Tells the facts of an event type when they have come; without them a rule can still be written. */
    void facts(Component owner, String eventType, Consumer<Facts> told) {
        var before = known.get(eventType);
        if (before != null) {
            told.accept(before);
        } else if (eventType.isEmpty() || !owner.isAttached()) {
            told.accept(Facts.none());
        } else {
            calls.run(
                    owner,
                    () -> engine.facts().ofEventType(token, eventType),
                    facts -> {
                        known.put(eventType, facts);
                        told.accept(facts);
                    },
                    failure -> told.accept(Facts.none()));
        }
    }
}
