package io.usher.engine.contact.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void shouldQuoteWhatWouldBreakALine() {
        assertThat(Csv.line(List.of("a", "b,c", "d\"e", "f\ng", ""))).isEqualTo("a,\"b,c\",\"d\"\"e\",\"f\ng\",\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+SUM(A1)",
                "-cmd|' /C calc'!A0",
                "@SUM(1)",
                "\t=1",
                "\r=1",
                "  =1",
                "+46 70 123",
                "-1+2",
                "\uFF1D1+1"
            })
    void shouldDefuseWhatASpreadsheetTakesForAFormula(String formula) {
        assertThat(Csv.line(List.of(formula)).replaceFirst("^\"", "")).startsWith("'" + formula.substring(0, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+46701234567", "-12.50", "7", "ada@example.com", "Jean-Luc", "a=b"})
    void shouldLeaveNumbersAndPlainTextsAsTheyAre(String text) {
        assertThat(Csv.line(List.of(text))).isEqualTo(text + "\r\n");
    }
}
