package io.usher.connectors.channel;

import java.util.List;
import java.util.Set;

/**
 * Hands messages of one channel to one kind of outside system. Straight blocking code, safe for use by several threads; it keeps
 * nothing of a message, and never throws for what the other side does. Named in {@code META-INF/services}.
 */
public interface Connector<C extends Content> {

    /** Its key, for example {@code smtp}; never changed, as connections are stored with it. */
    String kind();

    /** The channel that it serves. */
    String channel();

    /** What it carries. */
    Class<C> content();

    Capabilities capabilities();

    /** The names of what a connection of this kind is set with and may be shown. */
    Set<String> settings();

    /** The names of what a connection of this kind is set with and nobody may read. */
    Set<String> secrets();

    /** Those settings that say to whom, how safely and as whom the secrets are told: with another value the secrets are entered anew. */
    Set<String> bindingSettings();

    /** What keeps a connection from being used as it is set; empty when nothing does. Nobody is called. */
    List<Flaw> check(Connection connection);

    /** What keeps an address or number from being a sender's; empty when nothing does. */
    List<Flaw> checkSender(String address);

    /** Whether the other side lets us in. No message is sent. */
    Answer test(Connection connection);

    /** One attempt, within its own time limits; the answer says whether another one is allowed. */
    Delivery deliver(Connection connection, Envelope<C> envelope);

    /**
     * One thing that is wrong.
     *
     * @param field the setting or secret by its name
     * @param rule a stable code
     */
    record Flaw(String field, String rule, String message) {}

    /** What the other side said to being asked. */
    record Answer(boolean well, String words) {}
}
