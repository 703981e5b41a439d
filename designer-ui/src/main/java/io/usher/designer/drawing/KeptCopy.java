package io.usher.designer.drawing;

import com.vaadin.flow.component.Component;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A drawing that gave way to another one, kept in this browser so that it can be brought back. There is one at a time
 * for each workflow: the last that gave way.
 */
class KeptCopy {

    /** What was kept, and when, as an ISO instant. */
    record Copy(String bpmn, String at) {}

    private static final String PUT =
            "try { localStorage.setItem($0, JSON.stringify({bpmn: $1, at: $2})) } catch (e) {}";
    private static final String GET = "try { return JSON.parse(localStorage.getItem($0)) } catch (e) { return null }";

    private final Component owner;
    private final String key;
    private final Consumer<Copy> found;
    private @Nullable Copy copy;

    /** {@code found} hears of the copy that this browser has, and of each one that is kept. */
    KeptCopy(Component owner, String key, Consumer<Copy> found) {
        this.owner = owner;
        this.key = key;
        this.found = found;
    }

    /** Looks whether there is one from an earlier visit. */
    void look() {
        owner.getElement().executeJs(GET, key).then(Copy.class, there -> {
            if (copy == null && there != null) {
                copy = there;
                found.accept(there);
            }
        });
    }

    void keep(String bpmn, String at) {
        copy = new Copy(bpmn, at);
        owner.getElement().executeJs(PUT, key, bpmn, at);
        found.accept(copy);
    }
}
