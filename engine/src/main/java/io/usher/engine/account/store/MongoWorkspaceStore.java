package io.usher.engine.account.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.account.Workspace;
import io.usher.engine.account.internal.WorkspaceStore;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.shared.WorkspaceId;
import java.time.ZoneId;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** {@code workspaces}: _id, name, zone, country. */
@Component
class MongoWorkspaceStore implements WorkspaceStore {

    private final MongoCollection<Document> workspaces;

    MongoWorkspaceStore(Mongo mongo) {
        this.workspaces = mongo.collection("workspaces");
    }

    @Override
    public Mono<Workspace> find(WorkspaceId id) {
        return Mono.from(workspaces.find(eq("_id", id.value())).first())
                .map(document -> new Workspace(
                        new WorkspaceId(document.getString("_id")),
                        document.getString("name"),
                        ZoneId.of(document.getString("zone")),
                        document.getString("country")));
    }

    @Override
    public Mono<Void> insert(Workspace workspace) {
        var document = new Document("_id", workspace.id().value())
                .append("schemaVersion", 1)
                .append("name", workspace.name())
                .append("zone", workspace.zone().getId())
                .append("country", workspace.country());
        return Mono.from(workspaces.insertOne(document)).then();
    }
}
