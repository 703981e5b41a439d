package io.usher.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The conversation that RFC 7677 prints, and what may not pass for it. */
class ScramExchangeTest {
    private static final String FIRST = "n,,n=user,r=rOprNGfwEbeRWgbNEkqO";
    private static final String NONCE = "rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
    private static final String PROOF = ",p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=";

    private static ScramExchange exchange(String user) {
        var salt = Base64.getDecoder().decode("W22ZaJ0SNY7soEsUEjb6gQ==");
        return new ScramExchange(ScramCredential.of(user, "pencil", salt, 4096), "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0");
    }

    @Test
    void shouldHoldTheConversationOfTheStandard() {
        var exchange = exchange("user");

        assertThat(exchange.first(FIRST)).contains("r=" + NONCE + ",s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096");
        assertThat(exchange.last("c=biws,r=" + NONCE + PROOF))
                .contains("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=");
    }

    @Test
    void shouldAnswerAnUnknownUserLikeAKnownOneAndRefuseTheProof() {
        var exchange = exchange("somebody-else");

        assertThat(exchange.first(FIRST)).contains("r=" + NONCE + ",s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096");
        assertThat(exchange.last("c=biws,r=" + NONCE + PROOF)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "n,,",
                "n,,n=user",
                "n,,n=user,r=",
                "n,,r=abc,n=user",
                "n,a=admin,n=user,r=abc",
                "p=tls-unique,,n=user,r=abc",
                "n,,m=x,n=user,r=abc",
                "n,,n=user,r=a,b"
            })
    void shouldRefuseAFirstMessageOfAnotherForm(String message) {
        assertThat(exchange("user").first(message)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c=biws,r=" + NONCE,
                "c=biws,r=" + NONCE + ",p=",
                "c=biws,r=" + NONCE + ",p=AAAA",
                "c=biws,r=" + NONCE + ",p=====",
                "c=biws,r=" + NONCE + ",p=eHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=",
                "c=biws,r=rOprNGfwEbeRWgbNEkqO" + PROOF,
                "c=eSws,r=" + NONCE + PROOF
            })
    void shouldRefuseAProofThatIsNotOne(String message) {
        var exchange = exchange("user");
        exchange.first(FIRST);

        assertThat(exchange.last(message)).isEmpty();
    }

    @Test
    void shouldRefuseAProofThatNoFirstMessageCameBefore() {
        assertThat(exchange("user").last("c=biws,r=" + NONCE + PROOF)).isEmpty();
    }
}
