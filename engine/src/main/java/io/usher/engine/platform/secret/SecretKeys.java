package io.usher.engine.platform.secret;

import io.usher.engine.platform.start.WrongSettingException;
import io.usher.engine.shared.Problems;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Encrypts secrets with the first key that is given and decrypts what any of them encrypted. */
@Component
public class SecretKeys {

    /** How the keys are set. */
    public static final String SETTING = "USHER_SECRET_KEY";

    private static final int SHORTEST = 32;

    private final Map<String, SecretKey> keys = new LinkedHashMap<>();

    public SecretKeys(SecretProperties properties) {
        var given = properties.keys() == null ? "" : properties.keys();
        Arrays.stream(given.split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .forEach(text -> {
                    if (text.length() < SHORTEST) {
                        throw new WrongSettingException(
                                SETTING,
                                "has a key of fewer than " + SHORTEST
                                        + " characters; make one: openssl rand -base64 32");
                    }
                    var key = new SecretKey(text);
                    keys.putIfAbsent(key.fingerprint(), key);
                });
    }

    /** The fingerprint of the key that encrypts; empty when none is given. */
    public Optional<String> current() {
        return keys.keySet().stream().findFirst();
    }

    /** The fingerprints of all that decrypt. */
    public Set<String> known() {
        return Set.copyOf(keys.keySet());
    }

    /**
     * Encrypts; 409 when no key is given.
     *
     * @param place where it is kept, such as collection, id and field: it decrypts nowhere else
     */
    public SealedSecret seal(String secret, String place) {
        var key = keys.values().stream()
                .findFirst()
                .orElseThrow(() -> Problems.conflict(
                        "no-secret-key", "Secrets cannot be stored: this engine was started without " + SETTING));
        return new SealedSecret(key.fingerprint(), key.seal(secret, place));
    }

    /** Decrypts; empty when its key is not given, or it was changed or comes from another place. */
    public Optional<String> open(SealedSecret sealed, String place) {
        var key = keys.get(sealed.key());
        try {
            return key == null ? Optional.empty() : Optional.of(key.open(sealed.bytes(), place));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
