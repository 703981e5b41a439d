package io.usher.engine.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.FailedToParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/** Corrects answers in which the library differs from MongoDB. */
final class WriteAnswers {
    private WriteAnswers() {}

    /** Counts only what was stored; the library counts what was sent. */
    static Document insert(Document command, Document answer) {
        List<Document> errors = Fields.documents(answer, "writeErrors");
        if (!errors.isEmpty()) {
            int sent = Fields.documents(command, "documents").size();
            int stored = isOrdered(command) ? Fields.number(errors.getFirst(), "index") : sent - errors.size();
            answer.put("n", stored);
        }
        return answer;
    }

    /** Does the updates of one command one by one, so that an ordered command stops at its first error. */
    static Document updateEach(Document command, UnaryOperator<Document> update) {
        List<Document> updates = Fields.documents(command, "updates");
        int matched = 0;
        int modified = 0;
        List<Document> upserted = new ArrayList<>();
        List<Document> errors = new ArrayList<>();
        for (int i = 0; i < updates.size() && !(isOrdered(command) && !errors.isEmpty()); i++) {
            if (updates.get(i).get("u") instanceof Collection) {
                throw new FailedToParseException("updates by pipeline are not supported by the embedded store");
            }
            Document answer = update.apply(new Document(command).append("updates", List.of(updates.get(i))));
            matched += Fields.number(answer, "n");
            modified += Fields.number(answer, "nModified");
            upserted.addAll(at(i, Fields.documents(answer, "upserted")));
            errors.addAll(at(i, Fields.documents(answer, "writeErrors")));
        }
        Document answer = new Document("n", matched).append("nModified", modified);
        if (!upserted.isEmpty()) {
            answer.append("upserted", upserted);
        }
        if (!errors.isEmpty()) {
            answer.append("writeErrors", errors);
        }
        return answer.append("ok", 1.0);
    }

    private static List<Document> at(int index, List<Document> parts) {
        parts.forEach(part -> part.put("index", index));
        return parts;
    }

    private static boolean isOrdered(Document command) {
        return !Boolean.FALSE.equals(command.get("ordered"));
    }
}
