package io.usher.designer.contacts;

import com.vaadin.flow.component.Component;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.EngineException;
import io.usher.designer.engine.SessionToken;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The names of the contacts on one page, learnt once each. */
public class ContactNames {

    private static final int AT_ONCE = 8;

    private final ContactClient contacts;
    private final SessionToken token;
    private final Map<String, String> names = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(AT_ONCE);

    public ContactNames(ContactClient contacts, SessionToken token) {
        this.contacts = contacts;
        this.token = token;
    }

    /** Asks the engine for the ones not known yet, a few at once; blocks until all have been asked for. */
    public void learn(Collection<String> ids) {
        try (var asking = Executors.newVirtualThreadPerTaskExecutor()) {
            ids.stream().distinct().filter(id -> !names.containsKey(id)).forEach(id -> asking.execute(() -> ask(id)));
        }
    }

    /** Learns them for the page the owner is on, and tells when there is a new one. */
    public void learn(EngineCalls calls, Component owner, Collection<String> ids, Runnable learnt) {
        if (!names.keySet().containsAll(ids)) {
            calls.run(
                    owner,
                    () -> {
                        learn(ids);
                        return ids;
                    },
                    done -> learnt.run(),
                    failure -> {});
        }
    }

    /** The name, or the id where none is known. */
    public String of(String id) {
        return names.getOrDefault(id, id);
    }

    /** What the row calls the contact already, else as {@link #of(String)}. */
    public String of(String id, @Nullable String label) {
        return label == null || label.isBlank() ? of(id) : label;
    }

    /** The ids of rows that came without a label: the only ones to be learnt. */
    public static <T> List<String> unlabelled(
            Collection<T> rows, Function<T, @Nullable String> id, Function<T, @Nullable String> label) {
        return rows.stream()
                .filter(row -> label.apply(row) == null)
                .flatMap(row -> Optional.ofNullable(id.apply(row)).stream())
                .toList();
    }

    private void ask(String id) {
        places.acquireUninterruptibly();
        try {
            names.put(id, contacts.find(token, id).label());
        } catch (EngineException e) {
            // the id stays; the call that asked for the rows says what is wrong
        } finally {
            places.release();
        }
    }
}
