package io.usher.engine.event.internal;

import io.usher.engine.event.Event;
import io.usher.engine.event.EventAccepted;
import io.usher.engine.platform.crash.CrashPoints;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells who wants to know that events were stored; all of it may be lost. */
@Component
class Announcement {

    private static final Logger LOG = LoggerFactory.getLogger(Announcement.class);

    private final ObjectProvider<EventAccepted> listeners;
    private final EventCounts counts;
    private final CrashPoints crashPoints;

    Announcement(ObjectProvider<EventAccepted> listeners, EventCounts counts, CrashPoints crashPoints) {
        this.listeners = listeners;
        this.counts = counts;
        this.crashPoints = crashPoints;
    }

    void stored(List<Event> events) {
        crashPoints.reached("accept-after-insert");
        counts.accepted(events);
        EventMeters.ACCEPTED.increment(events.size());
        if (events.stream().noneMatch(Event::due)) {
            return;
        }
        try {
            listeners.forEach(EventAccepted::accepted);
        } catch (RuntimeException e) {
            // what is stored stays accepted; the queue is polled as well
            LOG.warn("The nudge after acceptance was lost", e);
        }
    }
}
