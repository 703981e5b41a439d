package io.usher.designer.engine;

import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;

/** A document and the tag it has, without the quotes it wears in a header; blank where the engine gives none. */
public record Tagged(String body, String etag) {

    static Optional<Tagged> of(ClientHttpResponse response) throws IOException {
        var bytes = response.getBody().readAllBytes();
        var etag = etag(response).orElse("");
        return Optional.of(new Tagged(XmlText.read(bytes), etag));
    }

    static Optional<String> etag(ClientHttpResponse response) {
        return Optional.ofNullable(response.getHeaders().getFirst(HttpHeaders.ETAG))
                .map(Tagged::bare);
    }

    static String quoted(String etag) {
        return etag.equals("*") ? etag : '"' + etag + '"';
    }

    private static String bare(String header) {
        return header.replaceFirst("^W/", "").replace("\"", "");
    }
}
