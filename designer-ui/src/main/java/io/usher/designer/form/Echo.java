package io.usher.designer.form;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells what comes back of the form's own edits from what was changed elsewhere (undo, another form). While a person
 * types, an older edit may come back after a newer one was sent; it must not put the older text into the field.
 */
final class Echo {

    private final List<Object> sent = new ArrayList<>();

    void sent(@Nullable Object state) {
        sent.add(Json.plain(state));
    }

    /** Whether this state is one the form has sent and not yet been overtaken. */
    boolean isOwn(@Nullable Object state) {
        int at = sent.lastIndexOf(Json.plain(state));
        if (at < 0) {
            sent.clear();
            return false;
        }
        sent.subList(0, at == sent.size() - 1 ? sent.size() : at).clear();
        return true;
    }
}
