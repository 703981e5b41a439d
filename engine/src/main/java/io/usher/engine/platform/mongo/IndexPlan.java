package io.usher.engine.platform.mongo;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** The indexes that one store needs; each store is a bean of this kind and they are built before the engine is ready. */
public interface IndexPlan {

    List<IndexSpec> indexes();

    /** One index: collection, keys in order ({@code 1} or {@code -1}), unique, sparse. */
    record IndexSpec(String collection, Document keys, boolean unique, boolean sparse) {

        /** Starts an index, for example {@code on("events", "due.lane", "due.position")}; a leading minus sorts downwards. */
        public static IndexSpec on(String collection, String... fields) {
            var keys = new Document();
            for (String field : fields) {
                keys.append(field.startsWith("-") ? field.substring(1) : field, field.startsWith("-") ? -1 : 1);
            }
            return new IndexSpec(collection, keys, false, false);
        }

        public IndexSpec asUnique() {
            return new IndexSpec(collection, keys, true, sparse);
        }

        public IndexSpec asSparse() {
            return new IndexSpec(collection, keys, unique, true);
        }

        public List<String> fields() {
            return new ArrayList<>(keys.keySet());
        }
    }
}
