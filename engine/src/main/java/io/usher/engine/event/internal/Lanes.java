package io.usher.engine.event.internal;

import io.usher.engine.event.DispatchQueue;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.EventId;
import org.jspecify.annotations.Nullable;

/** In which lane an event waits: all of one contact in one, those about nobody spread by their id. */
public final class Lanes {

    private Lanes() {}

    public static int of(@Nullable ContactId contact, EventId event) {
        var name = contact == null ? event.value() : contact.value();
        return Math.floorMod(name.hashCode(), DispatchQueue.LANES);
    }
}
