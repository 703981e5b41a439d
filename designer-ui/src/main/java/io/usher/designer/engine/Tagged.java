package io.usher.designer.engine;

import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** A document and the tag it has, without the quotes it wears in a header; blank where the engine gives none. */
public record Tagged(String body, String etag) {

    /** The tag of an answer. */
    public static Optional<String> etag(HttpHeaders answer) {
        return Optional.ofNullable(answer.getFirst(HttpHeaders.ETAG)).map(Tagged::bare);
    }

    static String quoted(String etag) {
        return etag.equals("*") ? etag : '"' + etag + '"';
    }

    private static String bare(String header) {
        return header.replaceFirst("^W/", "").replace("\"", "");
    }
}
