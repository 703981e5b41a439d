package io.usher.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** The steps of a sign-in, for clients that say what the Java driver never says. */
class SignInsTest {
    private static final String PASSWORD = "correct-horse";
    private static final String FIRST = "n=usher,r=clientnonce";

    private final SignIns signIns = new SignIns("usher", PASSWORD);
    private final Channel channel = new EmbeddedChannel();

    @Test
    void shouldKnowAConnectionOnlyAfterTheLastStep() throws GeneralSecurityException {
        var first = signIns.start(channel, start(false));
        assertThat(signIns.signedIn(channel)).isFalse();

        var proved = signIns.proceed(channel, proceed(proof(text(first), PASSWORD)));
        assertThat(proved.get("done")).isEqualTo(false);
        assertThat(text(proved)).startsWith("v=");
        assertThat(signIns.signedIn(channel)).isFalse();

        assertThat(signIns.proceed(channel, proceed("")).get("done")).isEqualTo(true);
        assertThat(signIns.signedIn(channel)).isTrue();
        assertThat(signIns.signedIn(new EmbeddedChannel())).isFalse();
    }

    @Test
    void shouldEndWithTheProofWhenTheClientWantsNoEmptyExchange() throws GeneralSecurityException {
        var first = signIns.start(channel, start(true));

        assertThat(signIns.proceed(channel, proceed(proof(text(first), PASSWORD)))
                        .get("done"))
                .isEqualTo(true);
        assertThat(signIns.signedIn(channel)).isTrue();
    }

    @Test
    void shouldBeginInTheGreeting() throws GeneralSecurityException {
        var hello = signIns.greet(
                channel,
                new Document("hello", 1)
                        .append("saslSupportedMechs", "admin.anybody")
                        .append("speculativeAuthenticate", start(true)),
                new Document());

        assertThat(hello.get("saslSupportedMechs")).asString().contains("SCRAM-SHA-256");
        var first = text((Document) hello.get("speculativeAuthenticate"));
        signIns.proceed(channel, proceed(proof(first, PASSWORD)));
        assertThat(signIns.signedIn(channel)).isTrue();
    }

    @Test
    void shouldForgetAConversationThatFailed() throws GeneralSecurityException {
        var first = text(signIns.start(channel, start(true)));

        assertRefused(signIns.proceed(channel, proceed(proof(first, "another"))));
        assertRefused(signIns.proceed(channel, proceed(proof(first, PASSWORD))));
        assertThat(signIns.signedIn(channel)).isFalse();
    }

    @Test
    void shouldRefuseStepsOutOfOrderAndOfOtherConversations() throws GeneralSecurityException {
        assertRefused(signIns.proceed(channel, proceed("")));
        assertRefused(signIns.start(channel, start(true).append("mechanism", "PLAIN")));
        var first = text(signIns.start(channel, start(true)));
        assertRefused(signIns.proceed(channel, proceed(proof(first, PASSWORD)).append("conversationId", 2)));
        assertRefused(signIns.proceed(new EmbeddedChannel(), proceed(proof(first, PASSWORD))));
        assertThat(signIns.signedIn(channel)).isFalse();
    }

    @Test
    void shouldNotLetAProofBeSentAgain() throws GeneralSecurityException {
        var proof = proof(text(signIns.start(channel, start(true))), PASSWORD);
        signIns.proceed(channel, proceed(proof));
        var other = new EmbeddedChannel();

        signIns.start(other, start(true));

        assertRefused(signIns.proceed(other, proceed(proof)));
    }

    private static void assertRefused(Document answer) {
        assertThat(answer.get("code")).isEqualTo(18);
        assertThat(answer.get("ok")).isEqualTo(0.0);
    }

    private static Document start(boolean skipsEmpty) {
        return new Document("saslStart", 1)
                .append("mechanism", "SCRAM-SHA-256")
                .append("payload", bytes("n,," + FIRST))
                .append("options", new Document("skipEmptyExchange", skipsEmpty));
    }

    private static Document proceed(String message) {
        return new Document("saslContinue", 1).append("conversationId", 1).append("payload", bytes(message));
    }

    private static BinData bytes(String text) {
        return new BinData(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Document answer) {
        return new String(((BinData) answer.get("payload")).getData(), StandardCharsets.UTF_8);
    }

    /** The client's last message for the server's first, as RFC 5802 computes it. */
    private static String proof(String serverFirst, String password) throws GeneralSecurityException {
        var parts = serverFirst.split(",");
        var salt = Base64.getDecoder().decode(parts[1].substring(2));
        int iterations = Integer.parseInt(parts[2].substring(2));
        var last = "c=biws," + parts[0];
        var salted = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(password.toCharArray(), salt, iterations, 256))
                .getEncoded();
        var proof = hmac(salted, "Client Key");
        var stored = MessageDigest.getInstance("SHA-256").digest(proof);
        var signature = hmac(stored, FIRST + "," + serverFirst + "," + last);
        for (int i = 0; i < proof.length; i++) {
            proof[i] ^= signature[i];
        }
        return last + ",p=" + Base64.getEncoder().encodeToString(proof);
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
