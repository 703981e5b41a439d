package io.usher.designer.settings;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Languages and countries by their names. */
final class Places {

    /** One of them; the code is what is stored. */
    record Place(String code, String name) {

        static Place of(String code) {
            return new Place(code, code);
        }
    }

    private Places() {}

    /** Every country, by its name in this language. */
    static List<Place> countries(Locale reader) {
        return sorted(
                reader,
                Arrays.stream(Locale.getISOCountries())
                        .map(code -> new Place(code, Locale.of("", code).getDisplayCountry(reader))));
    }

    /** Every language whose days and months are known, by its name in this language. */
    static List<Place> languages(Locale reader) {
        return sorted(
                reader,
                Locale.availableLocales()
                        .map(Locale::getLanguage)
                        .filter(code -> !code.isEmpty())
                        .distinct()
                        .map(code -> new Place(code, Locale.of(code).getDisplayLanguage(reader))));
    }

    /** The name of the place with this code; another code is a language in some country, such as en-GB. */
    static String name(List<Place> places, String code, Locale reader) {
        return places.stream()
                .filter(place -> place.code().equals(code))
                .findFirst()
                .map(Place::name)
                .orElseGet(() -> Locale.forLanguageTag(code).getDisplayName(reader));
    }

    private static List<Place> sorted(Locale reader, Stream<Place> places) {
        var order = Collator.getInstance(reader);
        return places.sorted(Comparator.comparing(Place::name, order)).toList();
    }
}
