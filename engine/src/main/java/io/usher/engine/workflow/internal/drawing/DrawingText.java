package io.usher.engine.workflow.internal.drawing;

import io.usher.engine.shared.Problems;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The text of a drawing in the encoding that it is written in: its byte order mark, else how {@code <} stands in its bytes, else
 * what its first line declares, else UTF-8. Nothing is guessed beyond that: a byte that no text of that encoding has is refused.
 */
final class DrawingText {

    private static final Pattern DECLARED = Pattern.compile("^<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']([^\"']*)[\"']");
    private static final int HEAD = 400;
    private static final int MOST_OF_NAME = 40;

    /** As in every browser: these names stand for the superset that editors write under them. */
    private static final Set<String> WINDOWS =
            Set.of("iso-8859-1", "latin1", "iso8859-1", "iso_8859-1", "l1", "us-ascii", "ascii");

    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

    /** The longer ones first: the mark of UTF-16LE begins that of UTF-32LE. */
    private static final List<Beginning> BEGINNINGS = List.of(
            new Beginning(UTF_32BE, true, 0, 0, 0xFE, 0xFF),
            new Beginning(UTF_32LE, true, 0xFF, 0xFE, 0, 0),
            new Beginning(StandardCharsets.UTF_8, true, 0xEF, 0xBB, 0xBF),
            new Beginning(StandardCharsets.UTF_16BE, true, 0xFE, 0xFF),
            new Beginning(StandardCharsets.UTF_16LE, true, 0xFF, 0xFE),
            new Beginning(UTF_32BE, false, 0, 0, 0, '<'),
            new Beginning(UTF_32LE, false, '<', 0, 0, 0),
            new Beginning(StandardCharsets.UTF_16BE, false, 0, '<'),
            new Beginning(StandardCharsets.UTF_16LE, false, '<', 0));

    private DrawingText() {}

    /** How texts of an encoding begin; a mark is no part of the text. */
    private record Beginning(Charset charset, boolean mark, byte[] bytes) {

        Beginning(Charset charset, boolean mark, int... bytes) {
            this(charset, mark, new byte[bytes.length]);
            for (int i = 0; i < bytes.length; i++) {
                this.bytes[i] = (byte) bytes[i];
            }
        }

        boolean begins(byte[] text) {
            return text.length >= bytes.length && Arrays.equals(text, 0, bytes.length, bytes, 0, bytes.length);
        }
    }

    /** @throws io.usher.engine.shared.ProblemException 400, naming the encoding */
    static String of(byte[] bytes) {
        for (Beginning each : BEGINNINGS) {
            if (each.begins(bytes)) {
                return decode(bytes, each.mark() ? each.bytes().length : 0, each.charset());
            }
        }
        return decode(bytes, 0, declared(bytes));
    }

    private static Charset declared(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        var declared = DECLARED.matcher(head);
        return declared.find() ? named(declared.group(1).strip()) : StandardCharsets.UTF_8;
    }

    private static Charset named(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (WINDOWS.contains(lower)) {
            return named("windows-1252");
        }
        if (lower.startsWith("utf-16") || lower.startsWith("utf-32")) {
            // its bytes say that it is not: programs keep the name of a text's encoding in memory
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            var shown = name.length() > MOST_OF_NAME ? name.substring(0, MOST_OF_NAME) + "..." : name;
            throw Problems.invalid(
                    "drawing",
                    "encoding",
                    "The drawing says that it is written in \"" + shown
                            + "\", an encoding that is not known here; save it as UTF-8");
        }
    }

    private static String decode(byte[] bytes, int from, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            var problem = Problems.invalid(
                    "drawing",
                    "encoding",
                    "The drawing is not written in " + charset.name()
                            + " throughout: it holds bytes that are no letter there; save it as UTF-8");
            problem.initCause(e);
            throw problem;
        }
    }
}
