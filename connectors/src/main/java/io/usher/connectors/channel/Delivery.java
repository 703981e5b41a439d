package io.usher.connectors.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one attempt. {@code words} are the other side's where it said something, else a sentence. */
public sealed interface Delivery {

    /** What the other side said, or what happened, in one line. */
    String words();

    /** The other side has taken it; {@code providerId} is its name for it when it gave one. */
    record HandedOver(@Nullable String providerId, String words) implements Delivery {}

    /** It will not be taken: trying again is of no use. */
    record Refused(String words) implements Delivery {}

    /** It was certainly not taken, and may be later. */
    record TryLater(String words, Duration after) implements Delivery {}

    /** It may have been taken: the connection broke after the content was on its way. Trying again may deliver twice. */
    record Unknown(String words) implements Delivery {}
}
