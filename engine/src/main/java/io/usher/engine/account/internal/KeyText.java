package io.usher.engine.account.internal;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/** An API key as its owner has it: {@code usher_<12 characters id>_<43 characters secret>}. */
public record KeyText(String id, String secret) {

    private static final Pattern FORM = Pattern.compile("usher_([a-z0-9]{12})_([A-Za-z0-9_-]{43})");
    private static final String ID_CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int ID_LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The parts of a text that has the form of a key. */
    public static Optional<KeyText> parse(String text) {
        var match = FORM.matcher(text);
        return match.matches() ? Optional.of(new KeyText(match.group(1), match.group(2))) : Optional.empty();
    }

    static KeyText random() {
        var id = new StringBuilder(ID_LENGTH);
        for (int i = 0; i < ID_LENGTH; i++) {
            id.append(ID_CHARACTERS.charAt(RANDOM.nextInt(ID_CHARACTERS.length())));
        }
        return new KeyText(id.toString(), Secrets.random());
    }

    String text() {
        return "usher_" + id + "_" + secret;
    }

    String hash() {
        return Secrets.hash(secret);
    }

    /** Tells nothing that is secret. */
    @Override
    public String toString() {
        return "usher_" + id + "_...";
    }
}
