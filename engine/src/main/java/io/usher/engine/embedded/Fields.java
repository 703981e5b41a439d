package io.usher.engine.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the parts of commands and answers by their types. */
final class Fields {
    private Fields() {}

    static int number(Document holder, String name) {
        return holder.get(name) instanceof Number n ? n.intValue() : 0;
    }

    static String text(Document holder, String name) {
        if (holder.get(name) instanceof String text) {
            return text;
        }
        throw new MongoServerError(14, "TypeMismatch", "the field '" + name + "' must be a string");
    }

    static Document document(@Nullable Object value) {
        return value instanceof Document document ? document : new Document();
    }

    static List<Document> documents(Document holder, String name) {
        List<Document> documents = new ArrayList<>();
        if (holder.get(name) instanceof Collection<?> values) {
            values.forEach(value -> documents.add((Document) value));
        }
        return documents;
    }
}
