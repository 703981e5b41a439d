package io.usher.engine.account.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.account.Audit;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.mongo.AuditDocuments;
import io.usher.engine.platform.mongo.AuditSink;
import io.usher.engine.platform.mongo.Keyset;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.WorkspaceId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code audit}: _id, workspace, at, actor (kind, id), action, thing (kind, id), arguments (name, value); only ever inserted. */
@Component
class MongoAudit implements Audit, AuditSink {

    private static final Keyset<AuditEntry> LATEST_FIRST =
            Keyset.<AuditEntry>falling().time("at", AuditEntry::at).text("_id", AuditEntry::id);

    private final MongoCollection<Document> audit;

    MongoAudit(Mongo mongo) {
        this.audit = mongo.collection(AccountCollections.AUDIT);
    }

    @Override
    public Mono<Void> keep(List<AuditEntry> entries) {
        return Flux.fromIterable(entries)
                .concatMap(entry -> Mono.from(
                                audit.insertOne(AuditDocuments.of(entry).append("schemaVersion", 1)))
                        .then()
                        .onErrorComplete(Failures::duplicateKey))
                .then();
    }

    @Override
    public Mono<Page<AuditEntry>> list(WorkspaceId workspace, Query query, PageRequest page) {
        return LATEST_FIRST.read(audit::find, filters(workspace, query), page, AuditDocuments::entry);
    }

    private static List<Bson> filters(WorkspaceId workspace, Query query) {
        var filters = new ArrayList<Bson>();
        filters.add(eq("workspace", workspace.value()));
        var thing = query.thing();
        if (query.actor() != null) {
            filters.add(eq("actor.id", query.actor()));
        }
        if (thing != null) {
            filters.add(eq("thing.kind", thing.kind()));
            if (thing.id() != null) {
                filters.add(eq("thing.id", thing.id()));
            }
        }
        var from = query.time().from();
        var to = query.time().to();
        if (from != null) {
            filters.add(gte("at", Date.from(from)));
        }
        if (to != null) {
            filters.add(lt("at", Date.from(to)));
        }
        return filters;
    }
}
