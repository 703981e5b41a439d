package io.usher.engine.embedded;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** What is looked for, in which order and how much of it; a limit of zero is none. */
record Search(Document filter, @Nullable Document sort, int skip, int limit) {

    static Search of(@Nullable Document filter) {
        return new Search(filter == null ? new Document() : filter, null, 0, 0);
    }

    /** The order asked for, if it is one of fields. */
    @Nullable
    Document order() {
        return sort == null || sort.isEmpty() || sort.containsKey("$natural") ? null : sort;
    }

    /** So many of those that match, none skipped. */
    long atMost(long matching) {
        return limit > 0 ? Math.min(limit, matching) : matching;
    }

    /** How many documents from the first on are needed; zero is all. */
    long wanted() {
        return limit > 0 ? (long) skip + limit : 0;
    }
}
