package io.usher.engine.platform.secret;

/**
 * A secret as it is stored.
 *
 * @param key fingerprint of the key that it was sealed with
 */
public record SealedSecret(String key, byte[] bytes) {

    @Override
    public String toString() {
        return "SealedSecret[key=" + key + "]";
    }
}
