package io.usher.designer.engine;

import io.usher.designer.engine.EngineException.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of an XML document in whatever encoding it was written; it is only ever written in UTF-8. */
public final class XmlText {

    private static final Pattern DECLARED =
            Pattern.compile("^(\\s*<\\?xml[^>]*?\\sencoding\\s*=\\s*)([\"'])([^\"']*)\\2");
    private static final int HEAD = 1024;

    /** As in the engine and in every browser: these names stand for the superset that editors write under them. */
    private static final Set<String> WINDOWS =
            Set.of("iso-8859-1", "latin1", "iso8859-1", "iso_8859-1", "l1", "us-ascii", "ascii");

    private static final int UNPROCESSABLE = 422;

    private XmlText() {}

    /**
     * By the mark or the zeros it begins with, else as it declares, else UTF-8. The text declares UTF-8 afterwards.
     *
     * @throws Refused in a sentence, when it is in none that is known, or not in what it says
     */
    static String read(byte[] bytes) {
        var encoding = shown(bytes).or(() -> declared(bytes)).orElse("UTF-8");
        try {
            var text = charset(encoding)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return inUtf8(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw refused("It says that it is written in " + encoding + ", but is not");
        }
    }

    /** The same in UTF-8, and declared so. */
    public static byte[] write(String text) {
        return inUtf8(text).getBytes(StandardCharsets.UTF_8);
    }

    private static String inUtf8(String text) {
        var declared = DECLARED.matcher(text);
        if (!declared.find() || declared.group(3).matches("(?i)utf-?8")) {
            return text;
        }
        return declared.replaceFirst(
                Matcher.quoteReplacement(declared.group(1) + declared.group(2) + "UTF-8" + declared.group(2)));
    }

    private static Optional<String> shown(byte[] bytes) {
        int a = at(bytes, 0);
        int b = at(bytes, 1);
        boolean wide = at(bytes, 2) == 0 && at(bytes, 3) == 0;
        if (wide && ((a == 0xFF && b == 0xFE) || (a == '<' && b == 0))) {
            return Optional.of("UTF-32LE");
        }
        if (a == 0 && b == 0) {
            return Optional.of("UTF-32BE");
        }
        if ((a == 0xFF && b == 0xFE) || (a == '<' && b == 0)) {
            return Optional.of("UTF-16LE");
        }
        if ((a == 0xFE && b == 0xFF) || (a == 0 && b == '<')) {
            return Optional.of("UTF-16BE");
        }
        return a == 0xEF && b == 0xBB ? Optional.of("UTF-8") : Optional.empty();
    }

    private static int at(byte[] bytes, int index) {
        return index < bytes.length ? bytes[index] & 0xFF : -1;
    }

    /** What can be read byte by byte is neither UTF-16 nor UTF-32, whatever it says. */
    private static Optional<String> declared(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        var declared = DECLARED.matcher(head);
        return declared.find()
                ? Optional.of(declared.group(3).strip()).filter(name -> !name.matches("(?i)utf-(16|32).*"))
                : Optional.empty();
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(WINDOWS.contains(name.toLowerCase(Locale.ROOT)) ? "windows-1252" : name);
        } catch (IllegalArgumentException e) {
            throw refused("It is written in " + name + ", which cannot be read");
        }
    }

    private static Refused refused(String why) {
        return new Refused(new Problem(
                UNPROCESSABLE,
                "encoding",
                "The drawing cannot be read",
                "The drawing cannot be read. " + why + ".",
                List.of()));
    }
}
