package io.usher.connectors.channel;

import java.time.Duration;

/** Hands mail to an outside system. Blocking, safe for use by several threads, and never throws for what the other side does. */
public interface MailConnector {

    /** One attempt, within the connector's own time limits; the answer says whether another one is allowed. */
    Delivery deliver(OutgoingMail mail);

    /** The longest time that one {@link #deliver} may take; whoever holds a lease meanwhile takes a longer one. */
    Duration longest();
}
