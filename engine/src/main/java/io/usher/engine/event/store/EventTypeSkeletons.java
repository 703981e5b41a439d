package io.usher.engine.event.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.platform.start.Preparation;
import io.usher.engine.shared.VisibleText;
import org.bson.Document;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gives event types that an earlier version made the skeleton of their key, by which look-alikes are found. */
@Component
@Order(Preparation.OTHERS)
class EventTypeSkeletons implements Preparation {

    private final Mongo mongo;

    EventTypeSkeletons(Mongo mongo) {
        this.mongo = mongo;
    }

    @Override
    public String name() {
        return "event types";
    }

    @Override
    public Mono<Void> prepare() {
        return Flux.from(types().find(Filters.gt("_id", "")).projection(Projections.include("key", "skeleton")))
                .filter(type -> type.getString("skeleton") == null)
                .concatMap(this::skeleton)
                .then();
    }

    private Mono<Long> skeleton(Document type) {
        var skeleton = Updates.set("skeleton", VisibleText.skeleton(type.getString("key")));
        return Mono.from(types().updateOne(Filters.eq("_id", type.getString("_id")), skeleton))
                .map(result -> result.getMatchedCount());
    }

    private MongoCollection<Document> types() {
        return mongo.collection(EventCollections.TYPES);
    }
}
