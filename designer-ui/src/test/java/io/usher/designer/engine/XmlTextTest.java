package io.usher.designer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.usher.designer.engine.EngineException.Refused;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlTextTest {

    private static final String TEXT = "<?xml version=\"1.0\" encoding=\"%s\"?>\n<a name=\"Köp biljett\"/>";

    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF-8, false",
        "UTF-8, UTF-8, true",
        "UTF-16, UTF-16LE, true",
        "UTF-16, UTF-16BE, true",
        "UTF-16LE, UTF-16LE, false",
        "ISO-8859-1, ISO-8859-1, false",
        "windows-1252, windows-1252, false",
        "UTF-16, UTF-8, false",
        "UTF-32, UTF-8, false",
        "UTF-32, UTF-32LE, true",
        "UTF-32, UTF-32BE, true",
        "UTF-32LE, UTF-32LE, false",
    })
    void shouldReadADocumentAsItIsWrittenAndDeclareUtf8(String says, String is, boolean marked) {
        // given
        var bytes = ((marked ? "\uFEFF" : "") + TEXT.formatted(says)).getBytes(Charset.forName(is));

        // then
        assertThat(XmlText.read(bytes)).isEqualTo(TEXT.formatted("UTF-8"));
    }

    @Test
    void shouldReadLatin1AsTheEngineAndBrowsersDo() {
        // given: the sign of the euro, which only the superset has
        var bytes =
                "<?xml version='1.0' encoding='ISO-8859-1'?><a price='5 €'/>".getBytes(Charset.forName("windows-1252"));

        // then
        assertThat(XmlText.read(bytes)).contains("5 €");
    }

    @Test
    void shouldLeaveADocumentInUtf8AsItIs() {
        for (var text : new String[] {
            "<a/>", "", "<?xml version='1.0'?><a b='ö'/>", "<?xml version='1.0' encoding='utf-8'?><a/>"
        }) {
            assertThat(XmlText.read(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
            assertThat(XmlText.write(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void shouldNeverWriteADeclarationOfAnotherEncoding() {
        assertThat(XmlText.write(TEXT.formatted("ISO-8859-1")))
                .isEqualTo(TEXT.formatted("UTF-8").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void shouldRefuseByNameWhatItCannotRead() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> XmlText.read(TEXT.formatted("x-unheard-of").getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("x-unheard-of");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> XmlText.read(TEXT.formatted("UTF-8").getBytes(StandardCharsets.ISO_8859_1)))
                .withMessageContaining("UTF-8");
    }
}
