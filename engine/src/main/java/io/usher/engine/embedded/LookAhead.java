package io.usher.engine.embedded;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** An iterator that only has to say what comes next, or null at its end. */
abstract class LookAhead<T> implements Iterator<T> {
    private @Nullable T next;
    private boolean done;

    abstract @Nullable T advance();

    @Override
    public final boolean hasNext() {
        if (next == null && !done) {
            next = advance();
            done = next == null;
        }
        return next != null;
    }

    @Override
    public final T next() {
        T element = hasNext() ? next : null;
        if (element == null) {
            throw new NoSuchElementException();
        }
        next = null;
        return element;
    }
}
