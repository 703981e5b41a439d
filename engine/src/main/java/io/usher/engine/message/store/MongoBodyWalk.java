package io.usher.engine.message.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.message.internal.BodyWalk;
import io.usher.engine.message.store.MessageBodies.Place;
import io.usher.engine.platform.mongo.Mongo;
import java.time.Instant;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** {@code messageWalks}, _id {@code bodies}: at and id of the last body that was looked at. */
@Component
class MongoBodyWalk implements BodyWalk {

    private static final String ID = "bodies";

    private final MessageBodies bodies;
    private final MongoCollection<Document> walks;

    @Autowired
    MongoBodyWalk(Mongo mongo) {
        this(
                new MessageBodies(
                        mongo.collection(MessageCollections.BODIES), mongo.collection(MessageCollections.MESSAGES)),
                mongo.collection(MessageCollections.WALKS));
    }

    MongoBodyWalk(MessageBodies bodies, MongoCollection<Document> walks) {
        this.bodies = bodies;
        this.walks = walks;
    }

    @Override
    public Mono<Boolean> sweep(Instant until) {
        return Mono.from(walks.find(eq("_id", ID)).first())
                .map(place -> new Place(place.getDate("at"), place.getString("id")))
                .flatMap(place -> bodies.page(place, until))
                .switchIfEmpty(Mono.defer(() -> bodies.page(null, until)))
                .flatMap(page -> page.isEmpty()
                        ? Mono.just(false)
                        : bodies.sweep(page)
                                .then(reached(Place.of(page.getLast())))
                                .thenReturn(true));
    }

    private Mono<Void> reached(Place place) {
        var document = new Document("_id", ID).append("at", place.at()).append("id", place.id());
        return Mono.from(walks.replaceOne(eq("_id", ID), document, new ReplaceOptions().upsert(true)))
                .then();
    }
}
