package io.usher.engine.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Locale;

/** What a command does to the store. */
enum CommandKind {
    READ,
    WRITE,
    /** Changes collections or indexes, so nothing else may write meanwhile. */
    CATALOGUE;

    static CommandKind of(String command, Document query) {
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "insert", "update", "delete", "findandmodify" -> WRITE;
            case "create", "createindexes", "drop", "dropdatabase", "dropindexes", "renamecollection" -> CATALOGUE;
            case "aggregate" -> writesResult(query) ? CATALOGUE : READ;
            default -> READ;
        };
    }

    private static boolean writesResult(Document query) {
        return query.get("pipeline") instanceof Collection<?> stages
                && stages.stream()
                        .anyMatch(stage -> stage instanceof Document document
                                && (document.containsKey("$out") || document.containsKey("$merge")));
    }

    /** Whether the reader asked for what a crash cannot take back. */
    static boolean wantsCommitted(Document query) {
        return query.containsKey("getMore")
                || query.get("readConcern") instanceof Document concern
                        && ("majority".equals(concern.get("level")) || "linearizable".equals(concern.get("level")));
    }
}
