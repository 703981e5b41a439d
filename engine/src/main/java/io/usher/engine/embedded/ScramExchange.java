package io.usher.engine.embedded;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One conversation of SCRAM-SHA-256 from the server's side: two messages come, two go; empty is a refusal, without a reason. */
final class ScramExchange {
    private static final int LONGEST = 2_000;
    /** No channel binding: the store has no TLS. An authorization identity ({@code a=}) is not known here. */
    private static final Pattern FIRST = Pattern.compile("([ny],,)(n=([^,]+),r=([\\x21-\\x2b\\x2d-\\x7e]+))");

    private static final Pattern FINAL = Pattern.compile("(c=([A-Za-z0-9+/=]+),r=([^,]+)),p=([A-Za-z0-9+/=]+)");

    private final ScramCredential credential;
    private final String ownNonce;
    private String header = "";
    private String nonce = "";
    private String soFar = "";
    private boolean knownUser;

    ScramExchange(ScramCredential credential, String ownNonce) {
        this.credential = credential;
        this.ownNonce = ownNonce;
    }

    /** An unknown user is answered like a known one and refused with the proof: names cannot be tried out. */
    Optional<String> first(String message) {
        Matcher parts = FIRST.matcher(message);
        if (message.length() > LONGEST || !parts.matches()) {
            return Optional.empty();
        }
        header = parts.group(1);
        knownUser = credential.isOf(parts.group(3).replace("=2C", ",").replace("=3D", "="));
        nonce = parts.group(4) + ownNonce;
        String answer = "r=" + nonce + "," + credential.parameters();
        soFar = parts.group(2) + "," + answer;
        return Optional.of(answer);
    }

    Optional<String> last(String message) {
        Matcher parts = FINAL.matcher(message);
        if (message.length() > LONGEST || nonce.isEmpty() || !parts.matches()) {
            return Optional.empty();
        }
        String text = soFar + "," + parts.group(1);
        boolean proved = decoded(parts.group(4))
                .filter(proof -> credential.isProved(proof, text))
                .isPresent();
        boolean same = parts.group(3).equals(nonce) && parts.group(2).equals(encoded(header));
        return proved && same && knownUser
                ? Optional.of("v=" + Base64.getEncoder().encodeToString(credential.signature(text)))
                : Optional.empty();
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Optional<byte[]> decoded(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
