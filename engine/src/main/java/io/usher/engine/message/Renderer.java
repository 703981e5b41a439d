package io.usher.engine.message;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Liquid with limits; straight blocking code. When too much is being rendered an
 * {@link io.usher.engine.platform.async.UnavailableException} asks to try again.
 */
public interface Renderer {

    /** Plain text: values as they are. */
    String text(String template, Context context) throws RenderException;

    /** One line (subjects, names, addresses): line breaks and control characters of values become spaces. */
    String line(String template, Context context) throws RenderException;

    /** HTML: every value escaped unless {@code | raw}. */
    String html(String template, Context context) throws RenderException;

    /** What is wrong with a template, in sentences with line numbers; empty when it can be rendered. */
    List<String> check(String template);

    /**
     * The first names of the values it writes as if they were there: not those it asks about in an {@code if} or writes with a
     * {@code default}. Empty for a template that cannot be rendered.
     */
    Set<String> needs(String template);

    /** The same as {@link #check} for a template of one line, which may have no line break itself. */
    List<String> checkLine(String template);

    /**
     * What templates speak of, and to whom.
     *
     * @param facts by their first name
     * @param zone of times that name no place
     * @param language of days, months and amounts
     */
    record Context(Map<String, @Nullable Object> facts, ZoneId zone, Locale language) {

        private static final Set<String> WRITTEN =
                Locale.availableLocales().map(Locale::getLanguage).collect(Collectors.toUnmodifiableSet());

        /** In the language of {@code contact.language}; in the other one when days and months of that are not known. */
        public static Context of(Map<String, @Nullable Object> facts, ZoneId zone, Locale otherwise) {
            var language = facts.get("contact") instanceof Map<?, ?> contact ? contact.get("language") : null;
            return new Context(facts, zone, locale(language, otherwise));
        }

        private static Locale locale(@Nullable Object language, Locale otherwise) {
            var locale = Locale.forLanguageTag(
                    String.valueOf(language == null ? "" : language).strip().replace('_', '-'));
            return locale.getLanguage().isEmpty() || !WRITTEN.contains(locale.getLanguage()) ? otherwise : locale;
        }
    }
}
