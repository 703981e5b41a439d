package io.usher.engine.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes and checks ids. */
public final class Ids {

    /** Characters that the event call of the field refuses in keys (Reteno's list). */
    public static final String FORBIDDEN = "<;\u2019\\/|\"`'^?!,>";

    private static final int MAX_LENGTH = 400;
    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A new random id: 24 characters, 120 bits, safe in URLs and file names. */
    public static String random() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        var text = new StringBuilder(24);
        for (byte b : bytes) {
            text.append(ALPHABET[b & 31]);
        }
        return text.toString();
    }

    /** An id derived from its parts: the same parts give the same 32 hexadecimal digits on every instance. */
    public static String derived(String... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static void check(String type, String value) {
        if (value.isEmpty() || value.length() > MAX_LENGTH) {
            var field = Character.toLowerCase(type.charAt(0)) + type.substring(1);
            throw Problems.invalid(field, "length", field + " must have 1 to " + MAX_LENGTH + " characters");
        }
    }
}
