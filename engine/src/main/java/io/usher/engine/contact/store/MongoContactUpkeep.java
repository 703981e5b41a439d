package io.usher.engine.contact.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.contact.Identifier;
import io.usher.engine.contact.Identifier.Kind;
import io.usher.engine.contact.internal.ContactStore.Stored;
import io.usher.engine.contact.internal.ContactUpkeep;
import io.usher.engine.contact.internal.IdentifierKey;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Keyed;
import io.usher.engine.shared.WorkspaceId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Walks {@code contacts} and {@code identifiers} by id; {@code contactWalks} (_id = walk) says how far each has come. */
@Component
class MongoContactUpkeep implements ContactUpkeep {

    private final Mongo mongo;
    private final Clock clock;

    MongoContactUpkeep(Mongo mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    @Override
    public Mono<Walk> walk(String name) {
        return Mono.from(walks().find(Filters.eq("_id", name)).first())
                .map(MongoContactUpkeep::walk)
                .defaultIfEmpty(new Walk("", null));
    }

    private static Walk walk(Document stored) {
        var finished = stored.getDate("finishedAt");
        return new Walk(stored.getString("after"), finished == null ? null : finished.toInstant());
    }

    @Override
    public Mono<Void> keep(String name, Walk walk) {
        var finished = walk.finishedAt();
        var state = Updates.combine(
                Updates.set("after", walk.after()),
                Updates.set("finishedAt", finished == null ? null : Date.from(finished)));
        return Mono.from(walks().updateOne(Filters.eq("_id", name), state, new UpdateOptions().upsert(true)))
                .then();
    }

    @Override
    public Mono<List<Owned>> identifiers(String after, int limit) {
        return Flux.from(page(ContactCollections.IDENTIFIERS, after, limit))
                .flatMap(document -> Mono.justOrEmpty(owned(document)))
                .collectList();
    }

    private static Optional<Owned> owned(Document document) {
        var workspace = new WorkspaceId(document.getString("workspace"));
        var rest = document.getString("_id").substring(workspace.value().length() + 1);
        int colon = rest.indexOf(':');
        var moved = document.getDate("ownedAt");
        var since = moved == null ? document.getDate("createdAt") : moved;
        return Keyed.find(Kind.class, rest.substring(0, colon))
                .map(kind -> new IdentifierKey(workspace, new Identifier(kind, rest.substring(colon + 1))))
                .map(key -> new Owned(
                        key,
                        new ContactId(document.getString("contact")),
                        since == null ? Instant.EPOCH : since.toInstant()));
    }

    @Override
    public Mono<List<Stored>> contacts(String after, int limit) {
        return Flux.from(page(ContactCollections.CONTACTS, after, limit))
                .map(ContactDocuments::stored)
                .collectList();
    }

    private FindPublisher<Document> page(String collection, String after, int limit) {
        return mongo.collection(collection)
                .find(Filters.gt("_id", after))
                .sort(Sorts.ascending("_id"))
                .limit(limit);
    }

    @Override
    public Mono<Void> show(WorkspaceId workspace, ContactId contact, Collection<Identifier> identifiers) {
        return put(
                workspace,
                contact,
                Updates.addEachToSet("identifiers", ContactDocuments.identifiers(List.copyOf(identifiers))));
    }

    @Override
    public Mono<Void> hide(ContactId contact, Collection<Identifier> identifiers) {
        var pull = Updates.pullAll("identifiers", ContactDocuments.identifiers(List.copyOf(identifiers)));
        return Mono.from(contacts().updateOne(is(contact), pull)).then();
    }

    @Override
    public Mono<Void> alias(WorkspaceId workspace, ContactId loser, ContactId winner) {
        return put(workspace, winner, Updates.addToSet("aliases", loser.value()));
    }

    private Mono<Void> put(WorkspaceId workspace, ContactId contact, Bson update) {
        var made = PersonUpdates.made(workspace, clock.instant(), update);
        return Mono.from(contacts().updateOne(is(contact), made, new UpdateOptions().upsert(true)))
                .then();
    }

    private static Bson is(ContactId id) {
        return Filters.eq("_id", id.value());
    }

    private MongoCollection<Document> contacts() {
        return mongo.collection(ContactCollections.CONTACTS);
    }

    private MongoCollection<Document> walks() {
        return mongo.collection(ContactCollections.WALKS);
    }
}
