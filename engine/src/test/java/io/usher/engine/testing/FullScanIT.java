package io.usher.engine.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Last of the run: the embedded store counted the searches that no index narrowed, and what
 * searches with one examined; there must be none too costly but the listed.
 */
@EngineIT
@Order(Integer.MAX_VALUE)
class FullScanIT {

    private static final String SCANS = "/full-scans-allowed.txt";
    private static final String COSTLY = "/costly-searches-allowed.txt";
    private static final String UNTARGETED = "/untargeted-writes-allowed.txt";
    private static final int COMMAND_NOT_FOUND = 59;

    @Test
    void shouldHaveReadNoCollectionWithoutAnIndexInThisRun() {
        var prefix = TestServers.database() + ".";
        var allowed = allowed(SCANS);
        var scans = shapes("usherFullScans").stream()
                .filter(scan -> scan.getString("ns").startsWith(prefix))
                .map(scan -> scan.getString("ns").substring(prefix.length()) + " " + scan.getString("shape"))
                .filter(scan -> !allowed.contains(scan))
                .toList();
        assertThat(scans)
                .as("Searches without an index; each needs one, or a line in full-scans-allowed.txt")
                .isEmpty();
    }

    @Test
    void shouldHaveExaminedFewIndexEntriesForEachDocumentInThisRun() {
        var prefix = TestServers.database() + ".";
        var allowed = allowed(COSTLY);
        var costly = costs().stream()
                .filter(shape -> shape.getString("ns").startsWith(prefix) && SearchGuard.tooCostly(shape))
                .filter(shape -> !allowed.contains(name(shape, prefix)))
                .map(shape -> name(shape, prefix) + ": " + SearchGuard.inWords(shape))
                .toList();
        assertThat(costly)
                .as(
                        "Searches whose index does not fit; each needs a better one, or a line in costly-searches-allowed.txt")
                .isEmpty();
    }

    @Test
    void shouldHaveChangedDocumentsByTheirIdsInThisRun() {
        var prefix = TestServers.database() + ".";
        var allowed = allowed(UNTARGETED);
        var untargeted = shapes("usherUntargetedWrites").stream()
                .filter(write -> write.getString("ns").startsWith(prefix))
                .map(write -> name(write, prefix))
                .filter(write -> !allowed.contains(write))
                .toList();
        assertThat(untargeted)
                .as(
                        "Writes that ask every shard; each needs the id in its filter, or a line in untargeted-writes-allowed.txt")
                .isEmpty();
    }

    private static String name(Document shape, String prefix) {
        return shape.getString("ns").substring(prefix.length()) + " " + shape.getString("shape");
    }

    private static List<Document> costs() {
        try (var client = MongoClients.create(TestServers.mongodbUri())) {
            return SearchGuard.counted(client)
                    .orElseGet(
                            () -> abort("This store does not count what searches cost; explain does on real MongoDB"));
        }
    }

    private static List<Document> shapes(String command) {
        try (var client = MongoClients.create(TestServers.mongodbUri())) {
            return client.getDatabase("admin")
                    .runCommand(new Document(command, 1))
                    .getList("shapes", Document.class);
        } catch (MongoCommandException e) {
            if (e.getErrorCode() == COMMAND_NOT_FOUND) {
                return abort("This store does not count shapes; explain does on real MongoDB");
            }
            throw e;
        }
    }

    private static Set<String> allowed(String file) {
        try (var list = FullScanIT.class.getResourceAsStream(file)) {
            var text = list == null ? "" : new String(list.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n"))
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
