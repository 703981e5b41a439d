package io.usher.engine.workflow.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.inc;

import com.mongodb.client.model.UpdateOptions;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.internal.LinksVersions;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** The collection {@code links}; _id = workspace. */
@Component
class MongoLinksVersions implements LinksVersions {

    private final Mongo mongo;

    MongoLinksVersions(Mongo mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<Map<WorkspaceId, Long>> read(Collection<WorkspaceId> workspaces) {
        var ids = workspaces.stream().map(WorkspaceId::value).toList();
        return Flux.from(mongo.collection(WorkflowCollections.LINKS).find(in("_id", ids)))
                .collect(() -> zeros(workspaces), MongoLinksVersions::note);
    }

    @Override
    public Mono<Void> raise(WorkspaceId workspace) {
        var upsert = new UpdateOptions().upsert(true);
        return Mono.from(mongo.collection(WorkflowCollections.LINKS)
                        .updateOne(eq("_id", workspace.value()), inc("version", 1L), upsert))
                .retryWhen(Retry.max(2).filter(Failures::duplicateKey))
                .then();
    }

    private static Map<WorkspaceId, Long> zeros(Collection<WorkspaceId> workspaces) {
        var versions = new HashMap<WorkspaceId, Long>();
        workspaces.forEach(workspace -> versions.put(workspace, 0L));
        return versions;
    }

    private static void note(Map<WorkspaceId, Long> versions, Document stored) {
        versions.put(
                new WorkspaceId(stored.getString("_id")),
                stored.get("version", Number.class).longValue());
    }
}
