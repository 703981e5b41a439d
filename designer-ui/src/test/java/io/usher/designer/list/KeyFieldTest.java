package io.usher.designer.list;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyFieldTest {

    @ParameterizedTest
    @CsvSource({
        "Big spenders!, big-spenders, bigSpenders",
        "'  ticket: BOUGHT again! ', ticket-bought-again, ticketBOUGHTAgain",
        "  Été 2026, ete-2026, ete2026",
        "'', '', ''",
        "..., '', ''"
    })
    void shouldMakeAKeyFromAName(String name, String dashed, String joined) {
        assertThat(Keys.dashed(name)).isEqualTo(dashed);
        assertThat(Keys.joined(name)).isEqualTo(joined);
    }

    @Test
    void shouldOnlyShowTheKeyThatIsMadeAndTakeThePersonsOwnFirst() {
        // given
        var field = new KeyField("Key", Keys::joined);

        // when
        field.madeFrom("Order paid");

        // then: nothing goes into the field, where it could come over what is typed just then
        assertThat(field.getValue()).isEmpty();
        assertThat(field.getPlaceholder()).isEqualTo("orderPaid");
        assertThat(field.key()).isEqualTo("orderPaid");

        // when
        field.setValue(" paid ");
        field.madeFrom("Order settled");

        // then
        assertThat(field.key()).isEqualTo("paid");

        // when
        field.clear();

        // then
        assertThat(field.key()).isEqualTo("orderSettled");
    }
}
