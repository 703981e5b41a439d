package io.usher.engine.contact;

import io.usher.engine.contact.ConsentWord.Topic;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A word in a person's ledger, and when it was recorded. */
public record ConsentEntry(ConsentWord word, Instant recordedAt) {

    /** By when it was said; of two of the same instant the refusal counts as the later. */
    public static final Comparator<ConsentEntry> IN_TIME = Comparator.comparing(ConsentEntry::at)
            .thenComparing(entry -> !entry.given())
            .thenComparing(ConsentEntry::id);

    /**
     * The greatest of any set decides (law 14: it does not depend on the order in which they came). Consent of which nobody
     * knows when it was given weighs less than anything that was said.
     */
    public static final Comparator<ConsentEntry> WEIGHT =
            Comparator.comparing(ConsentEntry::carriesWeight).thenComparing(IN_TIME);

    public ConsentEntry {
        recordedAt = recordedAt.truncatedTo(ChronoUnit.MILLIS);
        word = word.said(notLater(word.when().at(), recordedAt));
    }

    /** Nobody speaks from the future. */
    private static Instant notLater(@Nullable Instant said, Instant recordedAt) {
        return said == null || said.isAfter(recordedAt) ? recordedAt : said;
    }

    private boolean carriesWeight() {
        return word.when().known() || !word.given();
    }

    /** When it was said; when that is not known, when it was recorded. */
    public Instant at() {
        return Objects.requireNonNullElse(word.when().at(), recordedAt);
    }

    public String id() {
        return word.id();
    }

    public Topic topic() {
        return word.topic();
    }

    public boolean given() {
        return word.given();
    }
}
