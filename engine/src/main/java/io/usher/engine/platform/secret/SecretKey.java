package io.usher.engine.platform.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** One key: AES-256-GCM with a random nonce before each text. What it encrypts and what names it are derived apart from each other. */
final class SecretKey {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;
    private final String fingerprint;

    SecretKey(String text) {
        try {
            key = new SecretKeySpec(derived(text, "usher secrets at rest", 32), "AES");
            fingerprint = HexFormat.of().formatHex(derived(text, "usher fingerprint of a key", 8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] derived(String text, String use, int bytes) throws GeneralSecurityException {
        var parameters = HKDFParameterSpec.ofExtract()
                .addIKM(text.getBytes(StandardCharsets.UTF_8))
                .thenExpand(use.getBytes(StandardCharsets.UTF_8), bytes);
        return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
    }

    /** By which it is known; nobody learns the key from it. */
    String fingerprint() {
        return fingerprint;
    }

    byte[] seal(String text, String place) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws GeneralSecurityException when it was sealed otherwise, for another place, or was changed */
    String open(byte[] sealed, String place) throws GeneralSecurityException {
        if (sealed.length < NONCE) {
            throw new GeneralSecurityException("Too short");
        }
        var nonce = new byte[NONCE];
        ByteBuffer.wrap(sealed).get(nonce);
        var text = cipher(Cipher.DECRYPT_MODE, nonce, place).doFinal(sealed, NONCE, sealed.length - NONCE);
        return new String(text, StandardCharsets.UTF_8);
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
