package io.usher.engine.event.internal;

import io.usher.engine.contact.Identifier;
import io.usher.engine.shared.Params;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the params of an event about nobody that look like an address, for the sentence that says they were not read. */
final class Unread {

    private static final int MOST_FOUND = 5;
    private static final int MOST_LOOKED_AT = 1_000;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_EMAIL = 254;
    private static final List<String> NAMES =
            List.of("mail", "mailaddress", "phone", "phonenumber", "mobile", "mobilenumber", "msisdn", "telephone");

    private final List<String> found = new ArrayList<>();
    private int lookedAt;

    private Unread() {}

    /** One sentence; empty when nothing looks like an address. */
    static Optional<String> sentence(Params params) {
        var unread = new Unread();
        params.values().forEach((name, value) -> {
            if (!readAtTop(name)) {
                unread.look(name, name, value);
            }
        });
        return unread.found.isEmpty() ? Optional.empty() : Optional.of(sentence(unread.found));
    }

    private static String sentence(List<String> found) {
        var names = found.size() == 1
                ? found.getFirst()
                : String.join(", ", found.subList(0, found.size() - 1)) + " and " + found.getLast();
        return "No contact: " + names + (found.size() == 1 ? " looks" : " look")
                + " like an address but " + (found.size() == 1 ? "was" : "were")
                + " not read; EmailAddress (or Email), Phone, ExternalCustomerId, ContactId and PushToken name the contact";
    }

    private void look(String path, String name, @Nullable Object value) {
        if (found.size() == MOST_FOUND || ++lookedAt > MOST_LOOKED_AT) {
            return;
        }
        switch (value) {
            case Map<?, ?> map -> map.forEach((key, inner) -> look(path + "." + key, String.valueOf(key), inner));
            case List<?> list -> list.forEach(inner -> look(path, name, inner));
            case String text -> note(path, looksLikeOne(text.strip()) || (namedLikeOne(name) && couldBeOne(text)));
            case Long number -> note(path, namedLikeOne(name) && number > 1_000_000);
            case null, default -> {}
        }
    }

    private void note(String path, boolean address) {
        var shown = path.length() <= LONGEST_NAME ? path : path.substring(0, LONGEST_NAME) + "…";
        if (address && !found.contains(shown)) {
            found.add(shown);
        }
    }

    private static boolean readAtTop(String name) {
        return Stream.concat(
                        Stream.of("Email"), Stream.of(Identifier.Kind.values()).map(Identifier.Kind::param))
                .anyMatch(name::equalsIgnoreCase);
    }

    private static boolean namedLikeOne(String name) {
        var plain = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
        return NAMES.stream().anyMatch(plain::endsWith);
    }

    private static boolean couldBeOne(String text) {
        return text.chars().anyMatch(c -> c == '@' || Character.isDigit(c));
    }

    private static boolean looksLikeOne(String text) {
        return text.startsWith("+") ? phone(text) : email(text);
    }

    private static boolean email(String text) {
        int at = text.indexOf('@');
        return text.length() <= LONGEST_EMAIL
                && at > 0
                && at == text.lastIndexOf('@')
                && text.indexOf('.', at) > at + 1
                && !text.endsWith(".")
                && text.chars().noneMatch(c -> Character.isWhitespace(c) || c == '/' || c == '<');
    }

    private static boolean phone(String text) {
        long digits = text.chars().filter(Character::isDigit).count();
        return digits >= 7
                && digits <= 15
                && text.chars().allMatch(c -> Character.isDigit(c) || "+ ()-./".indexOf(c) >= 0);
    }
}
