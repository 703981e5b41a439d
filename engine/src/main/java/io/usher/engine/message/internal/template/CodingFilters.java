package io.usher.engine.message.internal.template;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Filters that write and read codes: addresses, base64, JSON. */
final class CodingFilters {

    private static final int GROWS_BY = 9;

    private CodingFilters() {}

    static List<Filter> all() {
        return List.of(
                Filter.of(
                        "url_encode",
                        0,
                        0,
                        (value, arguments) -> URLEncoder.encode(text(value, GROWS_BY), StandardCharsets.UTF_8)),
                Filter.of("url_decode", 0, 0, (value, arguments) -> urlDecoded(text(value, 1))),
                Filter.of(
                        "base64_encode",
                        0,
                        0,
                        (value, arguments) -> Base64.getEncoder().encodeToString(bytes(value))),
                Filter.of(
                        "base64_url_safe_encode",
                        0,
                        0,
                        (value, arguments) -> Base64.getUrlEncoder().encodeToString(bytes(value))),
                Filter.of("base64_decode", 0, 0, (value, arguments) -> base64(text(value, 1), Base64.getMimeDecoder())),
                Filter.of(
                        "base64_url_safe_decode",
                        0,
                        0,
                        (value, arguments) -> base64(text(value, 1), Base64.getUrlDecoder())),
                Filter.of("json", 0, 0, CodingFilters::json),
                Filter.of("jsonify", 0, 0, CodingFilters::json),
                Filter.of("parse_json", 0, 0, (value, arguments) -> Json.read(text(value, 1))));
    }

    private static Object json(@Nullable Object value, Arguments arguments) {
        return arguments.rendering().html() ? new Json.Text(Json.write(value, true)) : Json.write(value, false);
    }

    private static String text(@Nullable Object value, int growsBy) {
        var text = Values.text(value);
        Budget.characters((long) text.length() * growsBy);
        if ((long) text.length() * growsBy > 2L * Limits.VALUE) {
            throw Budget.ExceededException.tooLarge();
        }
        return text;
    }

    private static byte[] bytes(@Nullable Object value) {
        return text(value, 2).getBytes(StandardCharsets.UTF_8);
    }

    private static String urlDecoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static String base64(String text, Base64.Decoder decoder) {
        try {
            return new String(decoder.decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw FlawException.somewhere("\"" + Shown.of(text) + "\" is no base64");
        }
    }
}
