package io.usher.engine.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {" orderPaid ", "order\u200bPaid", "\ufefforderPaid", "orderPaid\u00a0", "order\u00adPaid\t"})
    void shouldLeaveOutWhatNobodySees(String text) {
        assertThat(VisibleText.clean(text)).isEqualTo("orderPaid");
    }

    @Test
    void shouldComposeLettersAndMakeEachSpaceAPlainOne() {
        assertThat(VisibleText.clean("a\u030a\u00a0b")).isEqualTo("å b");
    }

    @Test
    void shouldComposeALetterWithAMarkThatSomethingUnseenPartedFromIt() {
        assertThat(VisibleText.clean("a\u200b\u030a")).isEqualTo("å");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026/0001",
                "o'neill@example.org",
                "a  b",
                "👨‍👩‍👧 ❤️ 1️⃣",
                "می‌خواهم",
                "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
                "50 % ; .. \\ ?"
            })
    void shouldKeepEverythingThatCanBeSeen(String text) {
        assertThat(VisibleText.clean(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tb", "a\u0000", "a\u2028b", "\u0085x"})
    void shouldNameControls(String text) {
        assertThat(VisibleText.hasControls(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "orderPaid, orderpaid",
        "orderPaid, order_paid",
        "orderPaid, order-Paid",
        "orderPaid, 'order Paid'",
        "orderPaid, оrderPаid",
        "orderPaid, ΟrderPaid",
        "orderPaid, 0rderPaid",
        "orderPaid, orderPaid"
    })
    void shouldSeeThatKeysLookAlike(String one, String other) {
        assertThat(VisibleText.skeleton(other)).isEqualTo(VisibleText.skeleton(one));
    }

    @ParameterizedTest
    @CsvSource({"orderPaid, ordersPaid", "påminn, paminn", "заказ, оплата", "order2, order3"})
    void shouldTellDifferentKeysApart(String one, String other) {
        assertThat(VisibleText.skeleton(other)).isNotEqualTo(VisibleText.skeleton(one));
    }
}
