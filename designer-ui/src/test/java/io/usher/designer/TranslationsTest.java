package io.usher.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the code says and what the texts hold are the same. */
class TranslationsTest {

    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z-]*(?:\\.[a-z-]+)*\\.?)\"");
    private static final Pattern SAID = Pattern.compile("getTranslation\\(\"([a-z][a-z.-]*[a-z])\"[,)]");

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

    private static Set<String> texts() throws IOException {
        var texts = new Properties();
        try (var file = TranslationsTest.class.getResourceAsStream("/vaadin-i18n/translations.properties")) {
            texts.load(file);
        }
        return texts.stringPropertyNames();
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
