package io.usher.designer.engine;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the engine is and how long to wait for it.
 *
 * @param url where this process reaches it
 * @param publicUrl where a person's browser reaches it, for links
 * @param connectTimeout after which it counts as away
 * @param readTimeout after which a call is given up
 * @param lookEvery how often its health is read while somebody watches
 * @param key secret by which the engine believes what this process says of a browser; blank when there is none
 */
@Validated
@ConfigurationProperties("usher.engine")
public record EngineProperties(
        @NotNull URI url,
        @NotNull URI publicUrl,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("10s") Duration readTimeout,
        @DefaultValue("3s") Duration lookEvery,
        @DefaultValue("") String key) {

    public EngineProperties {
        url = address("usher.engine.url (USHER_ENGINE_URL)", url);
        publicUrl = address("usher.engine.public-url (USHER_ENGINE_PUBLIC_URL)", publicUrl);
    }

    /** Tells nothing that is secret. */
    @Override
    public String toString() {
        return "EngineProperties[url=" + url + ", publicUrl=" + publicUrl + "]";
    }

    /** An address under the engine, as a browser sees it. */
    public String link(String path) {
        return publicUrl + path;
    }

    private static URI address(String name, URI uri) {
        if (uri.getHost() == null || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
            throw new IllegalArgumentException(
                    name + " must be an address like http://127.0.0.1:8080, but is '" + uri + "'");
        }
        return URI.create(uri.toString().replaceAll("/+$", ""));
    }
}
