package io.usher.engine.contact;

import io.usher.engine.shared.Actor;
import io.usher.engine.shared.Ids;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** One thing a person said about consent, or a source says they said; the same id again changes nothing. */
public record ConsentWord(String id, Topic topic, boolean given, When when, Evidence evidence) {

    /** What it is about; a null channel means every channel. */
    public record Topic(Purpose purpose, @Nullable Channel channel) {

        /** The channel's key, {@code *} for every channel. */
        public String channelKey() {
            return channel == null ? "*" : channel.key();
        }
    }

    /**
     * When the person said it.
     *
     * @param at null: the moment of recording
     * @param known false when the source does not know when the person said it (a plain import): it never turns a refusal
     *     into consent
     */
    public record When(@Nullable Instant at, boolean known) {

        public static final When NOW = new When(null, true);
        public static final When UNKNOWN = new When(null, false);

        public When {
            at = at == null ? null : at.truncatedTo(ChronoUnit.MILLIS);
        }

        public static When at(Instant instant) {
            return new When(instant, true);
        }
    }

    /** Where it comes from, who entered it and what proves it, in words. */
    public record Evidence(
            @Nullable String source,
            @Nullable String by,
            @Nullable String proof,
            @Nullable Actor actor) {

        /** Of something that is told, or was stored before actors were. */
        public Evidence(@Nullable String source, @Nullable String by, @Nullable String proof) {
            this(source, by, proof, null);
        }
    }

    /** A new word with an id of its own. */
    public static ConsentWord of(Topic topic, boolean given, When when, Evidence evidence) {
        return new ConsentWord(Ids.random(), topic, given, when, evidence);
    }

    /**
     * The same word as told by this event (or other thing with an id): however often it is told, it is one. Told with another
     * state or time it is another word: which of the two holds must not depend on which came first.
     */
    public ConsentWord toldBy(String source, String id, When told) {
        var derived = Ids.derived(
                source,
                id,
                topic.purpose().key(),
                topic.channelKey(),
                String.valueOf(given),
                String.valueOf(told.at()),
                String.valueOf(told.known()));
        return new ConsentWord(
                derived, topic, given, told, new Evidence(source, evidence.by(), evidence.proof(), evidence.actor()));
    }

    ConsentWord said(Instant at) {
        return new ConsentWord(id, topic, given, new When(at, when.known()), evidence);
    }
}
