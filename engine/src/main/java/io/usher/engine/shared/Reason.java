package io.usher.engine.shared;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why something is as it is, or what was done: a stable code with arguments, and no words. It is put into words where somebody
 * reads it, in the reader's language and zone, and nothing reads words back. Made by {@link Sentence#with}.
 *
 * @param topic what kind of thing it tells about, such as {@code decision}; codes are unique in it
 * @param code stable, also for programs
 * @param arguments by name, in the order they were given
 */
public record Reason(String topic, String code, Map<String, Value> arguments) {

    /** Topic of what an earlier version stored as a sentence: it is shown as it was stored. */
    public static final String TOLD = "told";

    private static final String SENTENCE = "sentence";

    public Reason {
        arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    /** What was stored as a sentence, by an earlier version or by something that speaks for itself. */
    public static Reason told(String code, String sentence) {
        return new Reason(TOLD, code, Map.of(SENTENCE, new Text(sentence)));
    }

    /** The value of an argument; null is not among them: what is not known has a sentence of its own. */
    public sealed interface Value {}

    public record Text(String value) implements Value {}

    public record Whole(long value) implements Value {}

    public record Decimal(BigDecimal value) implements Value {}

    public record YesNo(boolean value) implements Value {}

    /** A point in time. */
    public record Moment(Instant value) implements Value {}

    /** A length of time. */
    public record Span(Duration value) implements Value {}

    /** Several texts, told one after the other. */
    public record Texts(List<String> value) implements Value {

        public Texts {
            value = List.copyOf(value);
        }
    }

    /** Reasons inside a reason, such as what a rule compared. */
    public record Nested(List<Reason> value) implements Value {

        public Nested {
            value = List.copyOf(value);
        }
    }

    public static Value text(String value) {
        return new Text(value);
    }

    public static Value whole(long value) {
        return new Whole(value);
    }

    public static Value decimal(BigDecimal value) {
        return new Decimal(value);
    }

    public static Value yesNo(boolean value) {
        return new YesNo(value);
    }

    public static Value moment(Instant value) {
        return new Moment(value);
    }

    public static Value span(Duration value) {
        return new Span(value);
    }

    public static Value texts(List<String> value) {
        return new Texts(value);
    }

    public static Value nested(Reason... value) {
        return new Nested(List.of(value));
    }

    public static Value nested(List<Reason> value) {
        return new Nested(value);
    }
}
