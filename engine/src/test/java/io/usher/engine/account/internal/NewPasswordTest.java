package io.usher.engine.account.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.shared.Problem.FieldError;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewPasswordTest {

    @Test
    void shouldRefusePasswordsThatAreShortOrEndlessOrTheOldOne() {
        assertThat(rules("elevenchars")).containsExactly("length");
        assertThat(rules("twelve chars")).isEmpty();
        assertThat(rules(random(200))).isEmpty();
        assertThat(rules(random(201))).containsExactly("length");
        assertThat(NewPassword.check("new", "twelve chars", "twelve chars", "anna"))
                .extracting(FieldError::rule)
                .containsExactly("same");
        // six smileys are twelve chars of Java, but six characters
        assertThat(rules("\uD83D\uDE00".repeat(6))).containsExactly("length");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Password123!",
                "p4$$w0rd2024",
                "MyPassword12",
                "passwordpassword",
                "qwertyuiop12",
                "qwertyuiop[]",
                "1q2w3e4r5t6y",
                "1qaz2wsx3edc",
                "asdfghjkl123",
                "123456789012",
                "987654321098",
                "abcdefghijkl",
                "aaaaaaaaaaaa",
                "abcabcabcabc",
                "x7x7x7x7x7x7",
                "iloveyou1234",
                "dragonmonkey",
                "letmein12345",
                "Welcome2026!",
                "usher-usher-1",
                "ticketsUsher",
                "anna.lindgren1",
                "Anna.Lindgren!",
                "correct horse"
            })
    void shouldRefuseWhatIsTriedFirst(String password) {
        assertThat(NewPassword.check("new", password, "old", "anna.lindgren"))
                .extracting(FieldError::rule)
                .containsExactly("common");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "quite another password",
                "the second password",
                "vK3#qd81zLw0",
                "fjrds-k8mq2-wz7ph",
                "en rödvit giraff äter glass",
                "Kaffe på Götgatan 12",
                "ключ от квартиры где деньги",
                "我的密码是非常长的句子没有人知道"
            })
    void shouldTakePassphrasesAndRandomTexts(String password) {
        assertThat(rules(password)).isEmpty();
    }

    @Test
    void shouldLookAtTheLongestPasswordInNoTime() {
        for (var part : List.of("a", "ab", "1q2w", "password", "qwertyuio", "\u0130")) {
            var text = part.repeat(200).substring(0, 200);
            Assertions.assertTimeout(
                    Duration.ofSeconds(1), () -> assertThat(rules(text)).containsExactly("common"));
        }
    }

    private static List<String> rules(String password) {
        return NewPassword.check("new", password, "old", "anna.lindgren").stream()
                .map(FieldError::rule)
                .toList();
    }

    private static String random(int length) {
        return new Random(7)
                .ints(length, '!', '~')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
