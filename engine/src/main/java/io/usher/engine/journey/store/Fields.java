package io.usher.engine.journey.store;

import io.usher.engine.journey.Journey.State;
import io.usher.engine.platform.words.EarlierSentence;
import io.usher.engine.shared.Keyed;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.ReasonForm;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Reading and writing of single fields. */
final class Fields {

    /** States that count as running. */
    static final List<String> INSIDE = Arrays.stream(State.values())
            .filter(state -> !state.ended())
            .map(State::key)
            .toList();

    private Fields() {}

    static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    static @Nullable Instant optionalInstant(Document document, String field) {
        var date = document.getDate(field);
        return date == null ? null : date.toInstant();
    }

    static Instant instant(Document document, String field) {
        return document.getDate(field).toInstant();
    }

    /** A whole number; 0 when it is absent. */
    static long number(Document document, String field) {
        return document.get(field) instanceof Number number ? number.longValue() : 0;
    }

    static State state(String key) {
        return Keyed.stored(State.class, key);
    }

    static Document reason(Reason reason) {
        return new Document(ReasonForm.write(reason));
    }

    /** Adds why something is so; beside it as an engine of the version before reads it. */
    static Document because(Document document, Reason reason) {
        return document.append("reason", reason(reason))
                .append("code", reason.code())
                .append("because", EarlierSentence.of(reason));
    }

    /** In the field {@code reason}; an earlier version wrote a sentence, and beside it a code at most. */
    static Reason reason(Document document, @Nullable String code, String sentence) {
        return ReasonForm.read(
                document.get("reason", Document.class),
                code == null ? null : document.getString(code),
                document.getString(sentence));
    }

    static @Nullable Document part(Document document, String field) {
        return document.get(field, Document.class);
    }

    static List<Document> parts(Document document, String field) {
        return document.getList(field, Document.class, List.of());
    }
}
