package io.usher.connectors.channel;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a message carries: one record per channel. Its components are texts, numbers, yes or no, lists and records of these: it is
 * kept as JSON under the record's name, and one that is added later is optional.
 */
public sealed interface Content permits Email {

    /** The key of the channel that carries it. */
    String channel();

    /** What lists call it, in one line; empty when it has no such thing. */
    String title();

    /** What a person reads, without mark-up. */
    String text();

    /** The same with mark-up, where the channel knows any. */
    default @Nullable String html() {
        return null;
    }

    /** Whom it names as its sender; null for the sender of the connection. Without an address: that sender under another name. */
    default @Nullable Address sender() {
        return null;
    }

    /** What stands in a place that ends with its line, by name: a line break there is refused before it is handed over. */
    default Map<String, String> lines() {
        return Map.of();
    }
}
