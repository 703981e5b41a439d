package io.usher.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.usher.engine.platform.words.Language;
import io.usher.engine.platform.words.SentenceTexts;
import io.usher.engine.shared.Sentence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What modules may say, and the texts for it. */
class SentencesTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.usher.engine");

    @ParameterizedTest
    @EnumSource(Language.class)
    void shouldHaveWordsWithTheSameArgumentsForEachSentence(Language language) {
        var texts = SentenceTexts.of(language);
        sentences()
                .forEach(sentence -> assertThat(texts.get(key(sentence)))
                        .as(key(sentence) + " in " + language)
                        .isEqualTo(new TreeSet<>(sentence.arguments())));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void shouldHaveTheSameTextsInEachLanguage(Language language) {
        assertThat(SentenceTexts.of(language)).isEqualTo(SentenceTexts.of(Language.ENGLISH));
    }

    @Test
    void shouldSayEachSentenceOnce() {
        assertThat(sentences().stream().map(SentencesTest::key).toList()).doesNotHaveDuplicates();
    }

    /** Else a sentence could be made that the test does not see. */
    @Test
    void shouldMakeSentencesOnlyAsConstants() {
        for (var type : MAIN) {
            long made = type.getMethodCallsFromSelf().stream()
                    .filter(call -> call.getTargetOwner().isEquivalentTo(Sentence.class)
                            && call.getTarget().getName().equals("of"))
                    .count();
            long built = type.getConstructorCallsFromSelf().stream()
                    .filter(call -> call.getTargetOwner().isEquivalentTo(Sentence.class))
                    .count();
            if (!type.isEquivalentTo(Sentence.class)) {
                assertThat(made)
                        .as("sentences made in " + type.getName())
                        .isEqualTo(constants(type).count());
                assertThat(built).as("sentences built in " + type.getName()).isZero();
            }
        }
    }

    /** The audit keeps actions, which modules spell beside the change. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void shouldHaveWordsForWhateverTheAuditHolds(Language language) throws IOException {
        var texts = SentenceTexts.of(language).keySet();
        var spelled = Pattern.compile("\"([a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)\"");
        try (var files = Files.walk(Path.of("src/main/java/io/usher/engine"))) {
            var actions = files.filter(file -> file.toString().endsWith(".java"))
                    .map(SentencesTest::read)
                    .filter(source -> source.contains("AuditEntry.of("))
                    .flatMap(source -> spelled.matcher(source).results())
                    .map(found -> "audit." + found.group(1))
                    .filter(action -> !action.endsWith(".id") && !action.endsWith(".kind"))
                    .toList();
            assertThat(actions).isNotEmpty();
            assertThat(texts).containsAll(actions);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Sentence> sentences() {
        return MAIN.stream()
                .flatMap(SentencesTest::constants)
                .map(SentencesTest::value)
                .toList();
    }

    private static Stream<JavaField> constants(JavaClass type) {
        return type.getFields().stream()
                .filter(field -> field.getRawType().isEquivalentTo(Sentence.class)
                        && field.getModifiers().contains(JavaModifier.STATIC)
                        && field.getModifiers().contains(JavaModifier.FINAL));
    }

    private static Sentence value(JavaField constant) {
        try {
            Field field = constant.reflect();
            field.setAccessible(true);
            return (Sentence) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static String key(Sentence sentence) {
        return sentence.topic() + "." + sentence.code();
    }
}
