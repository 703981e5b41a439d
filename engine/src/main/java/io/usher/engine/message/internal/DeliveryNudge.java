package io.usher.engine.message.internal;

/** Told after a message was stored on this instance, so that delivery need not wait for its poll; may be lost. */
interface DeliveryNudge {

    void stored();
}
