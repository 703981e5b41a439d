package io.usher.engine.platform.schema;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;

/** The writes of one page of a migration, each by the document's id. */
final class Changes {

    private Changes() {}

    static List<UpdateOneModel<Document>> of(Migration migration, List<Document> page) {
        return page.stream().flatMap(document -> of(migration, document)).toList();
    }

    private static Stream<UpdateOneModel<Document>> of(Migration migration, Document document) {
        return Stream.ofNullable(migration.change(document))
                .map(change ->
                        new UpdateOneModel<>(Filters.eq("_id", Objects.requireNonNull(document.get("_id"))), change));
    }
}
