package io.usher.engine.platform.words;

import io.usher.engine.platform.words.Pattern.Choice;
import io.usher.engine.platform.words.Pattern.Literal;
import io.usher.engine.platform.words.Pattern.Part;
import io.usher.engine.platform.words.Pattern.Place;
import io.usher.engine.platform.words.Pattern.Style;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.Reason.Nested;
import io.usher.engine.shared.Reason.Value;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts reasons into the words of one reader. It never fails: a code that it does not know, of a later version or of one that is
 * gone, is told by its code and arguments; an argument that is missing by three dots.
 */
public final class Wording {

    private static final String MISSING = "\u2026";

    private final Sentences texts;
    private final Language language;
    private final Values values;

    /**
     * @param locale of numbers and of names of months; its language is that of the words where there is one, else English
     * @param zone of times
     * @param zoneSaid whether times say their zone, for readers who did not choose it
     */
    public Wording(Sentences texts, Locale locale, ZoneId zone, boolean zoneSaid) {
        this.texts = texts;
        this.language = Language.of(locale).orElse(Language.ENGLISH);
        this.values = new Values(locale, zone, zoneSaid, this);
    }

    /** The language of the words. */
    public Language language() {
        return language;
    }

    /** The reason in words. */
    public String of(Reason reason) {
        if (reason.topic().equals(Reason.TOLD)) {
            return reason.arguments().values().stream().map(this::plain).collect(Collectors.joining());
        }
        return texts.find(language, reason.topic() + "." + reason.code())
                .map(pattern -> said(pattern, reason.arguments()))
                .orElseGet(() -> plain(reason));
    }

    /** A text that no reason stands for, such as a heading, by its key; the key itself where there is none. */
    public String text(String key, Map<String, Value> arguments) {
        return texts.find(language, key)
                .map(pattern -> said(pattern, arguments))
                .orElse(key);
    }

    /** As above, without arguments. */
    public String text(String key) {
        return text(key, Map.of());
    }

    /** The name of a thing, by its key; as it was declared where the language has no other. */
    public String label(String key, String declared) {
        return declared.isEmpty() ? declared : texts.label(language, key).orElse(declared);
    }

    private String said(Pattern pattern, Map<String, Value> arguments) {
        return pattern.parts().stream().map(part -> said(part, arguments)).collect(Collectors.joining());
    }

    private String said(Part part, Map<String, Value> arguments) {
        return switch (part) {
            case Literal(String text) -> text;
            case Place(String name, Style style) -> shown(arguments.get(name), style);
            case Choice choice -> said(chosen(choice, arguments.get(choice.name())), arguments);
        };
    }

    private String plain(Value value) {
        return values.words(value, Style.PLAIN);
    }

    private String shown(@Nullable Value value, Style style) {
        return value == null ? MISSING : values.words(value, style);
    }

    private Pattern chosen(Choice choice, @Nullable Value value) {
        var cases = choice.cases();
        var other = cases.getOrDefault(Pattern.OTHER, new Pattern(List.of()));
        if (value == null) {
            return other;
        }
        if (!choice.plural()) {
            return cases.getOrDefault(Values.key(value), other);
        }
        return Values.number(value)
                .map(number -> {
                    var exactly = cases.get("=" + number);
                    return exactly == null ? cases.getOrDefault(language.form(number), other) : exactly;
                })
                .orElse(other);
    }

    private String plain(Reason reason) {
        var said = reason.code().replace('-', ' ');
        var shown = reason.arguments().entrySet().stream()
                .filter(each -> !(each.getValue() instanceof Nested))
                .map(each -> each.getKey() + ": " + plain(each.getValue()))
                .collect(Collectors.joining(", "));
        var nested = reason.arguments().values().stream()
                .filter(Nested.class::isInstance)
                .map(this::plain)
                .collect(Collectors.joining(", "));
        return said + (shown.isEmpty() ? "" : " (" + shown + ")") + (nested.isEmpty() ? "" : ": " + nested);
    }
}
