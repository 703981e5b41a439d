package io.usher.engine.workflow.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.Projections;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.workflow.internal.DraftStore;
import java.util.Collection;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The collection {@code drafts}; _id = workflow. */
@Component
class MongoDraftStore implements DraftStore {

    private final Mongo mongo;

    MongoDraftStore(Mongo mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<Void> insert(Draft draft) {
        var document = new Document("_id", draft.workflow().value())
                .append("schemaVersion", 1)
                .append("bytes", new Binary(draft.bytes()))
                .append("tag", draft.tag())
                .append("saved", WorkflowDocument.change(draft.saved()));
        return Mono.from(mongo.collection(WorkflowCollections.DRAFTS).insertOne(document))
                .then();
    }

    @Override
    public Mono<Draft> find(WorkflowId workflow) {
        return Mono.from(mongo.collection(WorkflowCollections.DRAFTS)
                        .find(eq("_id", workflow.value()))
                        .first())
                .map(MongoDraftStore::draft);
    }

    @Override
    public Mono<Map<WorkflowId, Stamp>> stamps(Collection<WorkflowId> workflows) {
        var ids = workflows.stream().map(WorkflowId::value).toList();
        return Flux.from(mongo.collection(WorkflowCollections.DRAFTS)
                        .find(in("_id", ids))
                        .projection(Projections.exclude("bytes")))
                .collectMap(stored -> new WorkflowId(stored.getString("_id")), MongoDraftStore::stamp);
    }

    private static Stamp stamp(Document stored) {
        return new Stamp(stored.getString("tag"), WorkflowDocument.change(stored.get("saved", Document.class)));
    }

    @Override
    public Mono<Boolean> replace(Draft draft, @Nullable String expected) {
        var id = eq("_id", draft.workflow().value());
        var filter = expected == null ? id : and(id, eq("tag", expected));
        var update = combine(
                set("bytes", new Binary(draft.bytes())),
                set("tag", draft.tag()),
                set("saved", WorkflowDocument.change(draft.saved())));
        return Mono.from(mongo.collection(WorkflowCollections.DRAFTS).updateOne(filter, update))
                .map(result -> result.getMatchedCount() == 1);
    }

    private static Draft draft(Document stored) {
        return new Draft(
                new WorkflowId(stored.getString("_id")),
                stored.get("bytes", Binary.class).getData(),
                stored.getString("tag"),
                WorkflowDocument.change(stored.get("saved", Document.class)));
    }
}
