package io.usher.engine.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Collection;

/** Refuses indexes that the store would understand differently from MongoDB. */
final class IndexRules {
    private static final int MOST_FIELDS = 32;

    private IndexRules() {}

    static void check(Document command) {
        if (command.get("indexes") instanceof Collection<?> indexes) {
            indexes.forEach(index -> checkOne((Document) index));
        }
    }

    private static void checkOne(Document index) {
        for (String option : new String[] {"partialFilterExpression", "collation"}) {
            if (index.containsKey(option)) {
                throw refused(option + " is not supported by the embedded store");
            }
        }
        if (!(index.get("key") instanceof Document key) || key.isEmpty() || key.size() > MOST_FIELDS) {
            throw refused("an index has 1 to " + MOST_FIELDS + " fields");
        }
        key.forEach((field, direction) -> {
            if (!(direction instanceof Number n) || Math.abs(n.doubleValue()) != 1.0) {
                throw refused("the embedded store has ascending and descending indexes only: " + field);
            }
        });
    }

    private static MongoServerError refused(String message) {
        return new MongoServerError(67, "CannotCreateIndex", message);
    }
}
