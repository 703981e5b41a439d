package io.usher.engine.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What stands in the database, in one list: {@code collections.txt} beside the tests. */
class CollectionsTest {

    private static final List<CollectionSpec> ALL = all();

    @Test
    void shouldHaveEveryCollectionWithItsShardKeyAndIndexesInTheList() throws IOException {
        var written = ALL.stream().map(CollectionsTest::lines).collect(Collectors.joining("\n", "", "\n"));

        assertThat(written)
                .as("collections.txt is what is declared; a change of indexes also raises the collection's version")
                .isEqualTo(list());
    }

    @Test
    void shouldDeclareEachCollectionOnce() {
        assertThat(ALL).extracting(CollectionSpec::name).doesNotHaveDuplicates();
    }

    @Test
    void shouldHaveNoUniqueIndexThatCannotExistOnShards() {
        assertThat(ALL)
                .allSatisfy(each -> assertThat(each.impossible())
                        .as("%s: only the id is unique on shards; make the id of what is to be unique", each.name())
                        .isEmpty());
    }

    @Test
    void shouldNoticeAUniqueIndexThatCannotExistOnShards() {
        var unique = IndexSpec.on("workspace", "key").asUnique();

        assertThat(CollectionSpec.hashed("things").with(unique).impossible()).containsExactly(unique);
        assertThat(CollectionSpec.unsharded("things", "few").with(unique).impossible())
                .isEmpty();
    }

    @Test
    void shouldTellOperatorsToSpreadWhatIsSharded() throws IOException {
        var sharded = ALL.stream()
                .filter(each -> each.shardKey().sharded())
                .map(CollectionSpec::name)
                .toList();

        var operations = Files.readString(Path.of("../docs/operations.md"));

        assertThat(names(operations, "for (const name of [", "])", '"'))
                .as("the script")
                .containsExactlyInAnyOrderElementsOf(sharded);
        assertThat(names(operations, "- Spread: ", ". ", '`'))
                .as("what is said of it")
                .containsExactlyInAnyOrderElementsOf(sharded);
    }

    /** What stands in quotation marks between the two. */
    private static List<String> names(String text, String from, String to, char quoted) {
        assertThat(text).contains(from);
        var begun = text.substring(text.indexOf(from) + from.length());
        return Pattern.compile("%1$s([^%1$s]+)%1$s".formatted(quoted))
                .matcher(begun.substring(0, begun.indexOf(to)))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String lines(CollectionSpec collection) {
        var head = "%s %s, indexes %d".formatted(collection.name(), collection.shardKey(), collection.indexVersion());
        return Stream.concat(Stream.of(head), collection.indexes().stream().map(index -> "    " + index.name()))
                .collect(Collectors.joining("\n"));
    }

    private static String list() throws IOException {
        try (var file = CollectionsTest.class.getResourceAsStream("/collections.txt")) {
            var text = file == null ? "" : new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n", "", "\n"));
        }
    }

    private static List<CollectionSpec> all() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.usher.engine")
                        .stream()
                        .filter(type -> !type.isInterface() && type.isAssignableTo(CollectionPlan.class))
                        .flatMap(type -> plan(type).collections().stream())
                        .sorted(Comparator.comparing(CollectionSpec::name))
                        .toList();
    }

    private static CollectionPlan plan(JavaClass type) {
        try {
            var constructor = type.reflect().getDeclaredConstructor();
            constructor.setAccessible(true);
            return (CollectionPlan) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
