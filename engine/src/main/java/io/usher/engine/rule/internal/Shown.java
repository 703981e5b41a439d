package io.usher.engine.rule.internal;

import static io.usher.engine.shared.Reason.decimal;
import static io.usher.engine.shared.Reason.moment;
import static io.usher.engine.shared.Reason.nested;
import static io.usher.engine.shared.Reason.text;
import static io.usher.engine.shared.Reason.whole;
import static io.usher.engine.shared.Reason.yesNo;

import io.usher.engine.shared.Reason;
import io.usher.engine.shared.Reason.Value;
import io.usher.engine.shared.Sentence;
import io.usher.engine.shared.WrittenTime.Form;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as a sentence shows them: cut, counted, and with the kind where the kind matters. */
final class Shown {

    private static final Sentence NOTHING = Sentence.of("value", "nothing");
    private static final Sentence TEXT = Sentence.of("value", "text", "text");
    private static final Sentence NUMBER = Sentence.of("value", "number", "number");
    private static final Sentence TRUTH = Sentence.of("value", "truth", "truth");
    private static final Sentence FLAG = Sentence.of("value", "flag", "truth");
    private static final Sentence TIME = Sentence.of("value", "time", "at");
    private static final Sentence EMPTY_LIST = Sentence.of("value", "empty-list");
    private static final Sentence LIST = Sentence.of("value", "list", "items");
    private static final Sentence MORE = Sentence.of("value", "more", "count");
    private static final Sentence EMPTY_OBJECT = Sentence.of("value", "empty-object");
    private static final Sentence OBJECT = Sentence.of("value", "object", "fields");
    private static final Sentence OTHER = Sentence.of("value", "other", "text");
    private static final Sentence LOCAL = Sentence.of("value", "local-time", "value", "zone");
    private static final Sentence DATE = Sentence.of("value", "local-date", "value", "zone");
    private static final Sentence EPOCH = Sentence.of("value", "epoch", "value", "at");

    private static final int MAX_TEXT = 60;
    private static final int MAX_LISTED = 5;

    private Shown() {}

    /** A single value, or what a list or object is. */
    static Reason value(@Nullable Object value) {
        return switch (value) {
            case null -> NOTHING.with();
            case String text -> TEXT.with(text(shortened(text)));
            case Boolean truth -> TRUTH.with(yesNo(truth));
            case BigDecimal number when Math.abs(number.scale()) <= MAX_TEXT -> NUMBER.with(decimal(number));
            case Long number -> NUMBER.with(decimal(BigDecimal.valueOf(number)));
            case Integer number -> NUMBER.with(decimal(BigDecimal.valueOf(number)));
            case Instant at -> TIME.with(moment(at));
            case Collection<?> list -> list.isEmpty() ? EMPTY_LIST.with() : LIST.with(listed(list));
            case Map<?, ?> map -> map.isEmpty() ? EMPTY_OBJECT.with() : OBJECT.with(whole(map.size()));
            default -> OTHER.with(text(shortened(value.toString())));
        };
    }

    /** A value of which something is said that depends on its kind. */
    static Reason withKind(Object value) {
        return value instanceof Boolean truth ? FLAG.with(yesNo(truth)) : value(value);
    }

    /** A value that was compared as a time: it says which moment was understood where that is not written in it. */
    static Reason time(Values values, Object value) {
        var time = values.written(value);
        if (time.isEmpty() || time.get().form() == Form.ZONED) {
            return value(value);
        }
        var shown = nested(value(value));
        var zone = text(values.zone().getId());
        return switch (time.get().form()) {
            case ZONED -> value(value);
            case LOCAL -> LOCAL.with(shown, zone);
            case DATE -> DATE.with(shown, zone);
            case EPOCH -> EPOCH.with(shown, moment(time.get().at()));
        };
    }

    /** The first ones, and how many more there are. */
    static Value listed(Collection<?> values) {
        return nested(reasons(values));
    }

    static List<Reason> reasons(Collection<?> values) {
        var shown = new ArrayList<>(
                values.stream().limit(MAX_LISTED).map(Shown::value).toList());
        if (values.size() > MAX_LISTED) {
            shown.add(more(values.size() - MAX_LISTED));
        }
        return shown;
    }

    static Reason more(int count) {
        return MORE.with(whole(count));
    }

    /** What a reader sees of it without quotation marks. */
    static String bare(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number when Math.abs(number.scale()) <= MAX_TEXT -> number.toPlainString();
            default -> shortened(value.toString());
        };
    }

    private static String shortened(String text) {
        if (text.length() <= MAX_TEXT) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT)
                + "...";
    }
}
