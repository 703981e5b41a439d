package io.usher.designer.look;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The texts of the pages in English and Swedish, whichever the browser asks for; English for all others. The region of the
 * browser's locale is kept, for dates and numbers.
 */
@Component
public class Languages implements I18NProvider {

    private static final Locale ENGLISH = Locale.ENGLISH;
    private static final Locale SWEDISH = Locale.of("sv");
    private static final String FILES = "/vaadin-i18n/translations";
    private static final List<Locale> PROVIDED = Stream.concat(
                    Stream.of(ENGLISH, SWEDISH),
                    Arrays.stream(Locale.getAvailableLocales())
                            .filter(locale -> !locale.getCountry().isEmpty()
                                    && locale.getVariant().isEmpty())
                            .filter(locale -> locale.getLanguage().equals("en") || isSwedish(locale)))
            .distinct()
            .toList();

    private final Properties english = read("");
    private final Properties swedish = read("_sv");

    /** The first one is where the browser asks for none of them. */
    @Override
    public List<Locale> getProvidedLocales() {
        return PROVIDED;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... params) {
        var pattern = (isSwedish(locale) ? swedish : english).getProperty(key);
        if (pattern == null) {
            return "!" + key;
        }
        return params.length == 0 ? pattern : new MessageFormat(pattern, locale).format(params);
    }

    public static boolean isSwedish(Locale locale) {
        return locale.getLanguage().equals(SWEDISH.getLanguage());
    }

    private static Properties read(String ending) {
        var properties = new Properties();
        try (var file = Languages.class.getResourceAsStream(FILES + ending + ".properties")) {
            if (file == null) {
                throw new IllegalStateException("The texts " + ending + " are missing");
            }
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
