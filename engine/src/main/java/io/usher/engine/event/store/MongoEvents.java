package io.usher.engine.event.store;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.event.Accepted;
import io.usher.engine.event.Event;
import io.usher.engine.event.Events.Query;
import io.usher.engine.event.internal.EventStore;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.async.UnavailableException;
import io.usher.engine.platform.mongo.BeginningSearch;
import io.usher.engine.platform.mongo.Keyset;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.platform.mongo.Searches;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** {@code events}, _id = workspace:id. */
@Component
class MongoEvents implements EventStore {

    private static final int RECENT = 20;
    /** How far a sender's clock may be ahead of ours. */
    private static final Duration CLOCKS = Duration.ofMinutes(5);

    private static final Keyset<Event> LATEST_FIRST =
            Keyset.<Event>falling().time("acceptedAt", Event::acceptedAt).number("position", Event::position);

    private final Mongo mongo;

    MongoEvents(Mongo mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<Set<Key>> insert(List<Fresh> events) {
        var documents = events.stream().map(EventDocuments::document).toList();
        return Mono.from(events().insertMany(documents, new InsertManyOptions().ordered(false)))
                .map(inserted -> Set.<Key>of())
                .onErrorResume(MongoBulkWriteException.class, e -> duplicates(events, e))
                .onErrorMap(MongoException.class, e -> new UnavailableException("The events are not acknowledged", e));
    }

    private static Mono<Set<Key>> duplicates(List<Fresh> events, MongoBulkWriteException failure) {
        if (!Failures.onlyDuplicateKeys(failure)) {
            return Mono.error(failure);
        }
        var duplicates = new HashSet<Key>();
        failure.getWriteErrors()
                .forEach(error -> duplicates.add(events.get(error.getIndex()).key()));
        return Mono.just(duplicates);
    }

    @Override
    public Mono<Map<Key, Accepted>> accepted(Collection<Key> keys) {
        var ids = keys.stream().map(EventDocuments::id).toList();
        return Flux.from(events().find(Filters.in("_id", ids))
                        .projection(Projections.include("workspace", "id", "contact", "warnings")))
                .collect(HashMap<Key, Accepted>::new, (found, document) -> {
                    var accepted = EventDocuments.accepted(document);
                    found.put(new Key(new WorkspaceId(document.getString("workspace")), accepted.id()), accepted);
                })
                .map(found -> (Map<Key, Accepted>) found);
    }

    @Override
    public Mono<Event> find(WorkspaceId workspace, EventId id) {
        return Mono.from(events().find(Filters.eq("_id", EventDocuments.id(workspace, id)))
                        .first())
                .map(EventDocuments::event);
    }

    @Override
    public Mono<List<String>> warnings(WorkspaceId workspace, EventId id) {
        return Mono.from(events().find(Filters.eq("_id", EventDocuments.id(workspace, id)))
                        .projection(Projections.include("warnings"))
                        .first())
                .map(document -> document.getList("warnings", String.class, List.of()));
    }

    @Override
    public Mono<Page<Event>> list(WorkspaceId workspace, Query query, PageRequest page) {
        return LATEST_FIRST.read(
                filter -> events().find(filter).projection(Projections.exclude("warnings")),
                filters(workspace, query),
                page,
                EventDocuments::event);
    }

    @Override
    public Mono<Keys> keysStartingWith(WorkspaceId workspace, String text) {
        return BeginningSearch.values(events(), Filters.eq("workspace", workspace.value()), "key", text, MOST_KEYS)
                .map(found -> new Keys(found.items(), found.more()));
    }

    private static List<Bson> filters(WorkspaceId workspace, Query query) {
        var filters = new ArrayList<Bson>();
        filters.add(Filters.eq("workspace", workspace.value()));
        if (query.contacts() != null) {
            var contacts = query.contacts().stream().map(ContactId::value).toList();
            filters.add(Searches.oneOf("contact", contacts));
        }
        if (query.keys() != null) {
            filters.add(Searches.oneOf("key", query.keys()));
        }
        if (query.type() != null) {
            filters.add(Filters.eq("type", query.type().value()));
        }
        var from = query.accepted().from();
        if (from != null) {
            filters.add(Filters.gte("acceptedAt", Date.from(from)));
        }
        var to = query.accepted().to();
        if (to != null) {
            filters.add(Filters.lt("acceptedAt", Date.from(to)));
        }
        return filters;
    }

    @Override
    public Mono<List<Event>> recent(
            WorkspaceId workspace, ContactId contact, Collection<EventTypeKey> types, Instant since) {
        var query = Filters.and(
                Filters.eq("workspace", workspace.value()),
                Filters.eq("contact", contact.value()),
                Filters.gte("acceptedAt", Date.from(since.minus(CLOCKS))),
                Filters.gte("occurredAt", Date.from(since)),
                Filters.in("type", types.stream().map(EventTypeKey::value).toList()));
        return Flux.from(events().find(query)
                        .sort(Sorts.descending("acceptedAt", "position"))
                        .limit(RECENT))
                .map(EventDocuments::event)
                .collectList();
    }

    private MongoCollection<Document> events() {
        return mongo.collection(EventCollections.EVENTS);
    }
}
