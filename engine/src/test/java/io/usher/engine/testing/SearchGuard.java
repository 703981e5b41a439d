package io.usher.engine.testing;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/**
 * Which searches cost too much: one may examine {@link #FACTOR} index entries for each document that it returns, and besides
 * {@link #FREE}; all of one shape together {@link #FACTOR} for each document and each search.
 */
public final class SearchGuard {

    public static final int FACTOR = 10;
    public static final int FREE = 100;

    private static final int COMMAND_NOT_FOUND = 59;

    private SearchGuard() {}

    /** What the embedded store counted so far; empty when another store runs. */
    public static Optional<List<Document>> counted(MongoClient client) {
        try {
            return Optional.of(client.getDatabase("admin")
                    .runCommand(new Document("usherSearchCosts", 1))
                    .getList("shapes", Document.class));
        } catch (MongoCommandException e) {
            if (e.getErrorCode() == COMMAND_NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    public static boolean tooCostly(Document shape) {
        long worst = shape.getLong("worstEntries");
        long all = shape.getLong("entries");
        return worst > FREE + FACTOR * shape.getLong("worstReturned")
                || all > FACTOR * (shape.getLong("returned") + shape.getLong("searches"));
    }

    /** "examined .. for .., at worst .. for ..", for a failure's text. */
    public static String inWords(Document shape) {
        return "%d searches examined %d entries for %d documents, at worst %d for %d"
                .formatted(
                        shape.getLong("searches"),
                        shape.getLong("entries"),
                        shape.getLong("returned"),
                        shape.getLong("worstEntries"),
                        shape.getLong("worstReturned"));
    }
}
