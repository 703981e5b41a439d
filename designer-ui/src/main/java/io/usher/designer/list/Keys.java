package io.usher.designer.list;

import java.text.Normalizer;
import java.util.Locale;

/** Keys made from names, until a person writes one. */
public final class Keys {

    private static final int LONGEST = 100;

    private Keys() {}

    /** Such as {@code big-spenders}. */
    public static String dashed(String name) {
        var key = plain(name).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]+", "-");
        var trimmed = key.replaceAll("^-+|-+$", "");
        return trimmed.length() <= LONGEST ? trimmed : trimmed.substring(0, LONGEST);
    }

    /** Such as {@code orderPaid}. */
    public static String joined(String name) {
        var key = new StringBuilder();
        for (var word : plain(name).split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty()) {
                var first = word.substring(0, 1);
                key.append(key.isEmpty() ? first.toLowerCase(Locale.ROOT) : first.toUpperCase(Locale.ROOT))
                        .append(word.substring(1));
            }
        }
        return key.length() <= LONGEST ? key.toString() : key.substring(0, LONGEST);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
