package io.usher.engine.shared;

import io.usher.engine.shared.Reason.Decimal;
import io.usher.engine.shared.Reason.Moment;
import io.usher.engine.shared.Reason.Nested;
import io.usher.engine.shared.Reason.Span;
import io.usher.engine.shared.Reason.Text;
import io.usher.engine.shared.Reason.Texts;
import io.usher.engine.shared.Reason.Value;
import io.usher.engine.shared.Reason.Whole;
import io.usher.engine.shared.Reason.YesNo;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one form in which reasons are stored, wherever: {@code {topic, code, args: {name: value}}} of texts, whole numbers, yes or
 * no, lists and maps. What a plain value does not tell is marked: {@code {decimal: ..}}, {@code {instant: ..}},
 * {@code {duration: ..}}, {@code {reasons: [..]}}. Reading never fails: a form of a later version becomes a text.
 */
public final class ReasonForm {

    private static final String TOPIC = "topic";
    private static final String CODE = "code";
    private static final String ARGUMENTS = "args";
    private static final String DECIMAL = "decimal";
    private static final String INSTANT = "instant";
    private static final String DURATION = "duration";
    private static final String REASONS = "reasons";

    private ReasonForm() {}

    public static Map<String, Object> write(Reason reason) {
        var form = new LinkedHashMap<String, Object>();
        form.put(TOPIC, reason.topic());
        form.put(CODE, reason.code());
        if (!reason.arguments().isEmpty()) {
            var arguments = new LinkedHashMap<String, Object>();
            reason.arguments().forEach((name, value) -> arguments.put(name, write(value)));
            form.put(ARGUMENTS, arguments);
        }
        return form;
    }

    /**
     * What {@link #write} made.
     *
     * @param sentence what stands there of an earlier version, which stored a code and a sentence; null where it stored none
     */
    public static Reason read(@Nullable Map<?, ?> form, @Nullable String code, @Nullable String sentence) {
        return form == null ? Reason.told(code == null ? "" : code, sentence == null ? "" : sentence) : read(form);
    }

    /** What {@link #write} made; nothing where nothing stands, as by an earlier version. */
    public static @Nullable Reason readOrNull(@Nullable Object form) {
        return form instanceof Map<?, ?> map ? read(map) : null;
    }

    /** What {@link #write} made. */
    public static Reason read(Map<?, ?> form) {
        var arguments = new LinkedHashMap<String, Value>();
        if (form.get(ARGUMENTS) instanceof Map<?, ?> stored) {
            stored.forEach((name, value) -> arguments.put(String.valueOf(name), value(value)));
        }
        return new Reason(text(form, TOPIC), text(form, CODE), arguments);
    }

    private static Object write(Value value) {
        return switch (value) {
            case Text(String text) -> text;
            case Whole(long whole) -> whole;
            case YesNo(boolean truth) -> truth;
            case Decimal(BigDecimal decimal) -> Map.of(DECIMAL, decimal.toString());
            case Moment(Instant at) -> Map.of(INSTANT, at.toString());
            case Span(Duration time) -> Map.of(DURATION, time.toString());
            case Texts(List<String> texts) -> texts;
            case Nested(List<Reason> reasons) ->
                Map.of(REASONS, reasons.stream().map(ReasonForm::write).toList());
        };
    }

    private static Value value(@Nullable Object stored) {
        return switch (stored) {
            case Boolean truth -> new YesNo(truth);
            case Long whole -> new Whole(whole);
            case Integer whole -> new Whole(whole);
            case List<?> list ->
                new Texts(list.stream().<String>map(String::valueOf).toList());
            case Map<?, ?> map -> marked(map);
            case null, default -> new Text(String.valueOf(stored));
        };
    }

    private static Value marked(Map<?, ?> map) {
        try {
            if (map.get(REASONS) instanceof List<?> list) {
                var reasons = new ArrayList<Reason>();
                list.forEach(each -> {
                    if (each instanceof Map<?, ?> form) {
                        reasons.add(read(form));
                    }
                });
                return new Nested(reasons);
            }
            if (map.get(INSTANT) instanceof String at) {
                return new Moment(Instant.parse(at));
            }
            if (map.get(DURATION) instanceof String time) {
                return new Span(Duration.parse(time));
            }
            if (map.get(DECIMAL) instanceof String decimal) {
                return new Decimal(new BigDecimal(decimal));
            }
        } catch (DateTimeException | NumberFormatException e) {
            // shown as it stands
        }
        return new Text(String.valueOf(map));
    }

    private static String text(Map<?, ?> form, String field) {
        return form.get(field) instanceof String text ? text : "";
    }
}
