package io.usher.engine.contact.store;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.contact.ContactSearch;
import io.usher.engine.contact.ContactSearch.Found;
import io.usher.engine.contact.Identifier.Kind;
import io.usher.engine.contact.internal.ContactFinder;
import io.usher.engine.platform.mongo.BeginningSearch;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.WorkspaceId;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Searches {@code identifiers} by their ids and {@code contacts} by their names. */
@Component
class MongoContactFinder implements ContactFinder {

    private static final String OWNER = "contact";
    private static final String FIRST = "firstName";
    private static final String LAST = "lastName";

    private final Mongo mongo;

    MongoContactFinder(Mongo mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<Found> byIdentifier(WorkspaceId workspace, Kind kind, String beginning) {
        var fixed = workspace.value() + ":" + kind.key();
        return BeginningSearch.documents(
                        mongo.collection(ContactCollections.IDENTIFIERS),
                        Filters.lt("_id", fixed + ";"),
                        "_id",
                        fixed + ":",
                        beginning,
                        OWNER,
                        ContactSearch.MOST)
                .map(found -> found(found, OWNER));
    }

    @Override
    public Mono<Found> byFirstName(WorkspaceId workspace, String beginning) {
        return named(shown(workspace), FIRST, beginning);
    }

    @Override
    public Mono<Found> byLastName(WorkspaceId workspace, String beginning) {
        return named(shown(workspace), LAST, beginning);
    }

    @Override
    public Mono<Found> byName(WorkspaceId workspace, String firstName, String beginning) {
        return BeginningSearch.values(contacts(), in(workspace), FIRST, firstName, ContactSearch.MOST)
                .flatMap(names -> Flux.fromIterable(names.items())
                        .filter(name -> BeginningSearch.same(firstName, name))
                        .concatMap(
                                name -> named(Filters.and(shown(workspace), Filters.eq(FIRST, name)), LAST, beginning))
                        .collectList()
                        .map(all -> new Found(
                                all.stream()
                                        .flatMap(each -> each.contacts().stream())
                                        .toList(),
                                names.more() || all.stream().anyMatch(Found::tooMany))));
    }

    private Mono<Found> named(Bson within, String field, String beginning) {
        return BeginningSearch.documents(contacts(), within, field, "", beginning, field, ContactSearch.MOST)
                .map(found -> found(found, "_id"));
    }

    private static Found found(BeginningSearch.Found<Document> documents, String id) {
        return new Found(
                documents.items().stream()
                        .map(each -> new ContactId(each.getString(id)))
                        .toList(),
                documents.more());
    }

    private static Bson in(WorkspaceId workspace) {
        return Filters.eq("workspace", workspace.value());
    }

    private static Bson shown(WorkspaceId workspace) {
        return Filters.and(in(workspace), Filters.exists("mergedInto", false));
    }

    private MongoCollection<Document> contacts() {
        return mongo.collection(ContactCollections.CONTACTS);
    }
}
