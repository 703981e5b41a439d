package io.usher.engine.account.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.account.Caller.Kind;
import io.usher.engine.account.SecurityLog.Entry;
import io.usher.engine.account.SecurityLog.Kept;
import io.usher.engine.account.SecurityLog.Outcome;
import io.usher.engine.account.SecurityLog.What;
import io.usher.engine.account.SecurityLog.Who;
import io.usher.engine.account.internal.SecurityLogStore;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.mongo.Keyset;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** {@code security_log}: _id, workspace, at, who (kind, id, name), what, about, address, outcome; only ever inserted. */
@Component
class MongoSecurityLogStore implements SecurityLogStore {

    private static final Keyset<Kept> LATEST_FIRST =
            Keyset.<Kept>falling().time("at", Kept::at).text("_id", Kept::id);

    private final MongoCollection<Document> log;

    MongoSecurityLogStore(Mongo mongo) {
        this.log = mongo.collection(AccountCollections.SECURITY_LOG);
    }

    @Override
    public Mono<Void> insert(Kept kept) {
        var entry = kept.entry();
        var who = new Document("kind", entry.who().kind().name())
                .append("id", entry.who().id())
                .append("name", entry.who().name());
        var document = new Document("_id", kept.id())
                .append("schemaVersion", 1)
                .append("workspace", entry.workspace().value())
                .append("at", Date.from(kept.at()))
                .append("who", who)
                .append("what", entry.what().name())
                .append("about", entry.about())
                .append("address", entry.address())
                .append("outcome", entry.outcome().name());
        return Mono.from(log.insertOne(document)).then().onErrorComplete(Failures::duplicateKey);
    }

    @Override
    public Mono<Page<Kept>> list(WorkspaceId workspace, PageRequest page) {
        return LATEST_FIRST.read(
                log::find, List.of(eq("workspace", workspace.value())), page, MongoSecurityLogStore::kept);
    }

    @Override
    public Mono<Void> deleteOlderThan(Instant time) {
        return Mono.from(log.deleteMany(lte("at", Date.from(time)))).then();
    }

    private static Kept kept(Document document) {
        var who = document.get("who", Document.class);
        var entry = new Entry(
                new WorkspaceId(document.getString("workspace")),
                new Who(Kind.valueOf(who.getString("kind")), who.getString("id"), who.getString("name")),
                What.valueOf(document.getString("what")),
                document.getString("about"),
                document.getString("address"),
                Outcome.valueOf(document.getString("outcome")));
        return new Kept(document.getString("_id"), document.getDate("at").toInstant(), entry);
    }
}
