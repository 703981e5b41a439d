package io.usher.engine.platform.words;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages in which the engine speaks; English is where no other is asked for. */
public enum Language {
    ENGLISH("en", ""),
    SWEDISH("sv", "_sv");

    private final String tag;
    private final String ending;

    Language(String tag, String ending) {
        this.tag = tag;
        this.ending = ending;
    }

    /** Its tag, such as {@code sv}. */
    public String tag() {
        return tag;
    }

    /** What its files have behind their name. */
    String ending() {
        return ending;
    }

    /** The language of this locale. */
    public static Optional<Language> of(Locale locale) {
        return List.of(values()).stream()
                .filter(each -> each.tag.equals(locale.getLanguage()))
                .findFirst();
    }

    /** Which form a number takes; both languages know one and other. */
    String form(Number number) {
        return number.doubleValue() == 1 ? "one" : Pattern.OTHER;
    }
}
