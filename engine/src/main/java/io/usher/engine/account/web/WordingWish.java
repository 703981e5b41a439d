package io.usher.engine.account.web;

import io.usher.engine.platform.words.Language;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/** What a request says of its reader. What cannot be read or granted is as if it were not said: they are wishes. */
final class WordingWish {

    /** RFC 7240; the reader's zone is the preference {@code timezone="Europe/Stockholm"}. */
    static final String PREFER = "Prefer";

    private static final Pattern ZONE = Pattern.compile(
            "(?:^|[,;])\\s*timezone\\s*=\\s*(?:\"([^\"]{1,60})\"|([^\",;\\s]{1,60}))", Pattern.CASE_INSENSITIVE);

    private WordingWish() {}

    /** The best of the languages asked for that the engine speaks, with the region that was asked for. */
    static Optional<Locale> locale(HttpHeaders headers) {
        return Optional.ofNullable(headers.getFirst(HttpHeaders.ACCEPT_LANGUAGE))
                .flatMap(WordingWish::locale);
    }

    private static Optional<Locale> locale(String accepted) {
        try {
            return LanguageRange.parse(accepted).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> Locale.forLanguageTag(range.getRange()))
                    .filter(locale -> Language.of(locale).isPresent())
                    .findFirst();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<ZoneId> zone(HttpHeaders headers) {
        return headers.getOrEmpty(PREFER).stream()
                .map(ZONE::matcher)
                .filter(found -> found.find())
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .findFirst()
                .flatMap(WordingWish::zone);
    }

    private static Optional<ZoneId> zone(String id) {
        try {
            return Optional.of(ZoneId.of(id));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
