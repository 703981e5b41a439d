package io.usher.engine.platform.secret;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The keys of secrets at rest.
 *
 * @param keys one or several of at least 32 characters, with commas between them: the first one encrypts, all decrypt; none: no
 *     secret can be stored
 */
@ConfigurationProperties("usher.secret")
public record SecretProperties(@Nullable String keys) {

    @Override
    public String toString() {
        return "SecretProperties[keys=" + (keys == null || keys.isBlank() ? "none" : "set") + "]";
    }
}
