package io.usher.engine.event;

/** Port, called after due events were stored on this instance: a nudge that may be lost, since the queue is polled as well. */
public interface EventAccepted {

    void accepted();
}
