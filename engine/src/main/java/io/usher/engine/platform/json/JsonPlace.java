package io.usher.engine.platform.json;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Where in a document a value stands. Only what is told to a person is put into words: a path made for every value would be
 * as long as the document, for each of them.
 */
record JsonPlace(@Nullable JsonPlace parent, @Nullable String name, int index, int depth) {

    /** A path in words is at most this long; what is left out stands as an ellipsis. */
    static final int MAX_TEXT = 200;

    static final JsonPlace ROOT = new JsonPlace(null, null, -1, 0);

    JsonPlace member(String name) {
        return new JsonPlace(this, name, -1, depth + 1);
    }

    JsonPlace element(int index) {
        return new JsonPlace(this, null, index, depth + 1);
    }

    @Override
    public String toString() {
        var way = new ArrayDeque<JsonPlace>();
        for (var place = this; place.parent != null; place = place.parent) {
            way.addFirst(place);
        }
        var text = new StringBuilder();
        for (var place : way) {
            if (text.length() > MAX_TEXT) {
                break;
            }
            place.append(text);
        }
        return text.length() > MAX_TEXT ? whole(text) + "…" : text.toString();
    }

    private void append(StringBuilder text) {
        if (name == null) {
            text.append('[').append(index).append(']');
        } else {
            text.append(text.isEmpty() ? "" : ".").append(name, 0, Math.min(name.length(), MAX_TEXT + 1));
        }
    }

    private static CharSequence whole(StringBuilder text) {
        int end = MAX_TEXT - 1;
        return text.subSequence(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }
}
