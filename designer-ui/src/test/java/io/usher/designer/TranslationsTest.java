package io.usher.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the code says and what the texts hold are the same. */
class TranslationsTest {

    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z-]*(?:\\.[a-z-]+)*\\.?)\"");
    private static final Pattern SAID = Pattern.compile("getTranslation\\(\"([a-z][a-z.-]*[a-z])\"[,)]");

    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

    @Test
    void shouldHaveATextForEverythingTheCodeSays() throws IOException {
        assertThat(texts()).containsAll(found(SAID));
    }

    @Test
    void shouldHaveNoTextThatNobodySays() throws IOException {
        // given: whole keys, and beginnings like "part." that the code completes
        var literals = found(LITERAL);

        // then
        assertThat(texts())
                .allSatisfy(key -> assertThat(literals)
                        .as(key)
                        .anyMatch(
                                literal -> key.equals(literal) || (literal.endsWith(".") && key.startsWith(literal))));
    }

    @Test
    void shouldSayInSwedishWhatItSaysInEnglish() throws IOException {
        var english = texts("");
        var swedish = texts("_sv");

        assertThat(swedish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(places(swedish.getProperty(key)))
                        .as(key)
                        .isEqualTo(places(english.getProperty(key))));
    }

    /** In a text with places a single apostrophe begins a quotation and swallows them. */
    @Test
    void shouldShowEveryPlaceOfItsTexts() throws IOException {
        for (var texts : List.of(texts(""), texts("_sv"))) {
            assertThat(texts.stringPropertyNames())
                    .filteredOn(key -> !places(texts.getProperty(key)).isEmpty())
                    .allSatisfy(key -> assertThat(texts.getProperty(key).replace("''", ""))
                            .as(key)
                            .doesNotContain("'"));
        }
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    private static Set<String> texts() throws IOException {
        return texts("").stringPropertyNames();
    }

    private static Properties texts(String ending) throws IOException {
        var texts = new Properties();
        try (var file =
                TranslationsTest.class.getResourceAsStream("/vaadin-i18n/translations" + ending + ".properties")) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return texts;
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> pattern.matcher(read(file)).results())
                    .map(match -> match.group(1))
                    .collect(Collectors.toSet());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
