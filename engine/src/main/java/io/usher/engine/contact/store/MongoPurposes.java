package io.usher.engine.contact.store;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.contact.Purpose;
import io.usher.engine.contact.Purposes;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.WorkspaceId;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** {@code consentPurposes} (_id = workspace, keys = what it added to marketing). */
@Component
class MongoPurposes implements Purposes {

    private static final int MOST = 20;

    private final Mongo mongo;

    MongoPurposes(Mongo mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<List<Purpose>> of(WorkspaceId workspace) {
        return Mono.from(purposes().find(is(workspace)).first())
                .map(document -> document.getList("keys", String.class, List.of()))
                .defaultIfEmpty(List.of())
                .map(MongoPurposes::withMarketing);
    }

    private static List<Purpose> withMarketing(List<String> keys) {
        return Stream.concat(
                        Stream.of(Purpose.MARKETING), keys.stream().sorted().map(Purpose::new))
                .distinct()
                .toList();
    }

    @Override
    public Mono<List<Purpose>> add(WorkspaceId workspace, Purpose purpose) {
        return of(workspace).flatMap(known -> {
            if (known.contains(purpose)) {
                return Mono.just(known);
            }
            if (known.size() >= MOST) {
                return Mono.error(
                        Problems.invalid("purpose", "count", "A workspace has at most " + MOST + " purposes"));
            }
            var add = Updates.addToSet("keys", purpose.key());
            return Mono.from(purposes().updateOne(is(workspace), add, new UpdateOptions().upsert(true)))
                    .then(of(workspace));
        });
    }

    private static Bson is(WorkspaceId workspace) {
        return Filters.eq("_id", workspace.value());
    }

    private MongoCollection<Document> purposes() {
        return mongo.collection(ContactCollections.PURPOSES);
    }
}
