package io.usher.engine.contact.web;

import io.usher.engine.contact.Channel;
import io.usher.engine.contact.ConsentWord;
import io.usher.engine.contact.ConsentWord.Evidence;
import io.usher.engine.contact.ConsentWord.Topic;
import io.usher.engine.contact.ConsentWord.When;
import io.usher.engine.contact.Purpose;
import io.usher.engine.shared.Keyed;
import io.usher.engine.shared.NamedActor;
import io.usher.engine.shared.Problems;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** What is posted about a consent. */
record ConsentBody(
        @Nullable String state,
        @Nullable String purpose,
        @Nullable String at,
        @Nullable String source,
        @Nullable String proof) {

    private static final int MAX_SOURCE = 200;
    private static final int MAX_PROOF = 2_000;
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    Purpose askedFor() {
        return purpose == null ? Purpose.MARKETING : new Purpose(purpose);
    }

    /** The word of a person, entered by {@code by}; {@code channel} is its key, or {@code *} for every channel. */
    ConsentWord word(String channel, NamedActor by) {
        boolean given = switch (state) {
            case "given" -> true;
            case "refused" -> false;
            case null, default -> throw Problems.invalid("state", "choice", "state is not one of given, refused");
        };
        var evidence = new Evidence(
                source == null ? "API, " + by.name() : shortEnough("source", source, MAX_SOURCE),
                by.name(),
                proof == null ? null : shortEnough("proof", proof, MAX_PROOF),
                by.actor());
        return ConsentWord.of(new Topic(askedFor(), channel(channel)), given, when(), evidence);
    }

    private static @Nullable Channel channel(String key) {
        return key.equals("*")
                ? null
                : Keyed.find(Channel.class, key).orElseThrow(() -> Problems.notFound("channel", key));
    }

    private When when() {
        if (at == null) {
            return When.NOW;
        }
        try {
            var said = OffsetDateTime.parse(at).toInstant();
            if (said.isBefore(EARLIEST)) {
                throw Problems.invalid("at", "range", "at is before 1900");
            }
            return When.at(said);
        } catch (DateTimeException e) {
            throw Problems.invalid("at", "format", "at is not a time with offset such as 2026-01-31T09:30:00+01:00");
        }
    }

    private static String shortEnough(String field, String text, int most) {
        if (text.length() > most) {
            throw Problems.invalid(field, "length", field + " has at most " + most + " characters");
        }
        return text;
    }
}
