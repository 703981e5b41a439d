package io.usher.engine.embedded;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** What SCRAM-SHA-256 keeps of a password (RFC 5802 and 7677): enough to check a proof, too little to make one. */
final class ScramCredential {
    private static final int KEY_BITS = 256;

    private final String user;
    private final String salt;
    private final int iterations;
    private final byte[] storedKey;
    private final byte[] serverKey;

    private ScramCredential(String user, String salt, int iterations, byte[] storedKey, byte[] serverKey) {
        this.user = user;
        this.salt = salt;
        this.iterations = iterations;
        this.storedKey = storedKey;
        this.serverKey = serverKey;
    }

    /** The password must be ASCII: nothing is prepared as SASL asks for other text. */
    static ScramCredential of(String user, String password, byte[] salt, int iterations) {
        try {
            byte[] salted = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, iterations, KEY_BITS))
                    .getEncoded();
            byte[] clientKey = hmac(salted, "Client Key");
            return new ScramCredential(
                    user,
                    Base64.getEncoder().encodeToString(salt),
                    iterations,
                    sha256(clientKey),
                    hmac(salted, "Server Key"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isOf(String name) {
        return user.equals(name);
    }

    /** What the client needs to make its proof, in the form of the server's first message. */
    String parameters() {
        return "s=" + salt + ",i=" + iterations;
    }

    /** Whether the proof over this text can only have been made by one who knows the password; takes the same time for any. */
    boolean isProved(byte[] proof, String text) {
        byte[] signature = hmac(storedKey, text);
        if (proof.length != signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            signature[i] ^= proof[i];
        }
        return MessageDigest.isEqual(sha256(signature), storedKey);
    }

    /** By this the client knows that the server knows the password too. */
    byte[] signature(String text) {
        return hmac(serverKey, text);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
