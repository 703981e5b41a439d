package io.usher.engine.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every place at which the code says that it may be killed is killed at in some test: {@code crash-points.txt} says in which. A place
 * that a test only pauses at is not killed there.
 */
class CrashPointsTest {

    private static final Pattern REACHED = Pattern.compile("\\.reached\\(\\s*\"([^\"]+)\"\\s*\\)");
    private static final Pattern NOT_A_NAME = Pattern.compile("rash\\w*\\.reached\\(\\s*[^\"\\s]");
    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test/java");

    @Test
    void shouldHaveATestThatKillsAtEveryNamedPlace() {
        assertThat(places())
                .as(
                        "places of CrashPoints.reached in src/main; each needs a test that kills there, and its line in crash-points.txt")
                .hasSizeGreaterThan(20)
                .isEqualTo(new TreeSet<>(killedIn().keySet()));
    }

    @Test
    void shouldNameTestsThatAreThereAndKillAtThePlace() {
        var sources = sources(TESTS);
        killedIn().forEach((place, test) -> {
            var parts = test.split("\\.");
            var source = sources.get(parts[0] + ".java");
            assertThat(source).as("the test class of %s: %s", place, test).isNotNull();
            assertThat(source)
                    .as("%s, which crash-points.txt says kills at %s", test, place)
                    .contains("void " + parts[1] + "(")
                    .contains("\"" + place + "\"");
        });
    }

    @Test
    void shouldNameEachPlaceWhereItIsReached() {
        assertThat(sources(MAIN).entrySet().stream()
                        .filter(source -> NOT_A_NAME.matcher(source.getValue()).find())
                        .map(Map.Entry::getKey))
                .as("a place that is computed cannot be found by its name")
                .isEmpty();
    }

    private static Set<String> places() {
        return sources(MAIN).values().stream()
                .flatMap(source -> REACHED.matcher(source).results().map(found -> found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The test that kills, by the place. */
    private static Map<String, String> killedIn() {
        return lines().stream()
                .map(line -> line.split("\\s+"))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/crash-points.txt")).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of every class, by its file's name. */
    private static Map<String, String> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            var sources = new HashMap<String, String>();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                sources.put(file.getFileName().toString(), Files.readString(file));
            }
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
