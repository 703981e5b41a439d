package io.usher.engine.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@code $group} that only counts: one for each document, under the value of one field or all under one id.
 *
 * @param id what stands under {@code _id} when there is one group
 * @param field the field whose values make the groups; null: one group
 * @param name what the count is called
 * @param one what is added for each document: its type is that of the count
 */
record CountStage(@Nullable Object id, @Nullable String field, String name, Number one) {

    static @Nullable CountStage of(List<Document> stages) {
        return !stages.isEmpty() && stages.getFirst().get("$group") instanceof Document group && group.size() == 2
                ? of(group)
                : null;
    }

    private static @Nullable CountStage of(Document group) {
        Object id = group.get("_id");
        String field =
                id instanceof String text && text.startsWith("$") && !text.startsWith("$$") ? text.substring(1) : null;
        if (field == null && id != null && !(id instanceof Number)) {
            return null;
        }
        for (Map.Entry<String, @Nullable Object> each : group.entrySet()) {
            if (!each.getKey().equals("_id")
                    && each.getValue() instanceof Document sum
                    && sum.size() == 1
                    && (sum.get("$sum") instanceof Integer || sum.get("$sum") instanceof Long)
                    && ((Number) sum.get("$sum")).longValue() == 1) {
                return new CountStage(field == null ? id : null, field, each.getKey(), (Number) sum.get("$sum"));
            }
        }
        return null;
    }

    Document row(@Nullable Object group, long count) {
        Object number = one instanceof Long || count > Integer.MAX_VALUE ? (Object) count : (Object) (int) count;
        return new Document("_id", field == null ? id : group).append(name, number);
    }
}
