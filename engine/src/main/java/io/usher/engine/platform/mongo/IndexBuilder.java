package io.usher.engine.platform.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.usher.engine.platform.start.Preparation;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Brings the indexes of every collection to what is declared: first all are asked for, by one command, then those of Usher's that
 * are no longer declared go. What each collection came to stands in {@code settings} (_id {@code indexes}); an engine of an
 * earlier version, started again beside a later one, builds what it needs and drops nothing.
 */
@Component
@Order(Preparation.INDEXES)
class IndexBuilder implements Preparation {

    private static final Logger LOG = LoggerFactory.getLogger(IndexBuilder.class);
    private static final String ID = "indexes";
    private static final String VERSIONS = "versions";
    private static final int NOT_FOUND = 27;

    private final Mongo mongo;
    private final List<CollectionSpec> collections;

    IndexBuilder(Mongo mongo, List<CollectionPlan> plans) {
        this.mongo = mongo;
        this.collections =
                plans.stream().flatMap(plan -> plan.collections().stream()).toList();
    }

    @Override
    public String name() {
        return "indexes";
    }

    /** Building over much data takes as long as it takes. */
    @Override
    public Duration limit() {
        return Duration.ofDays(1);
    }

    @Override
    public Mono<Void> prepare() {
        return record(collections)
                .then(Mono.defer(() ->
                        Flux.fromIterable(collections).concatMap(this::complete).then()));
    }

    /**
     * Brings one collection's indexes to what is declared. Its version stands there before anything is built, and is read again
     * before each drop: building may take hours, and another engine may come meanwhile.
     */
    Mono<Void> bring(CollectionSpec collection) {
        return record(List.of(collection)).then(Mono.defer(() -> complete(collection)));
    }

    private Mono<Void> complete(CollectionSpec collection) {
        return Flux.from(mongo.collection(collection.name()).listIndexes())
                .collectList()
                .flatMap(there -> build(collection, there).thenReturn(there))
                .flatMapMany(there -> Flux.fromIterable(outdated(collection, there)))
                .concatMap(outdated -> reached(collection)
                        .filter(reached -> reached <= collection.indexVersion())
                        .flatMap(reached -> drop(collection, outdated)))
                .then();
    }

    /**
     * Asked for all of them, also those that are there: one that another engine is still building is listed too, and the command
     * waits for it. Where an operator has the same under another name, it is that one.
     */
    private Mono<Void> build(CollectionSpec collection, List<Document> there) {
        var indexes = collection.indexes();
        if (indexes.isEmpty()) {
            return Mono.empty();
        }
        var missing = indexes.stream()
                .filter(index -> there.stream().noneMatch(index::is))
                .toList();
        if (!missing.isEmpty()) {
            LOG.info("Building indexes of {}: {}", collection.name(), names(missing));
        }
        var models =
                indexes.stream().map(index -> index.model(nameOf(index, there))).toList();
        return Flux.from(mongo.collection(collection.name()).createIndexes(models))
                .then();
    }

    private static String nameOf(IndexSpec index, List<Document> there) {
        return there.stream()
                .filter(index::is)
                .map(listed -> listed.getString("name"))
                .findFirst()
                .orElse(index.name());
    }

    private static List<String> names(List<IndexSpec> indexes) {
        return indexes.stream().map(IndexSpec::name).toList();
    }

    static List<String> outdated(CollectionSpec collection, List<Document> there) {
        return there.stream()
                .filter(listed -> collection.indexes().stream().noneMatch(index -> index.is(listed)))
                .filter(listed -> ours(collection, listed))
                .map(listed -> listed.getString("name"))
                .filter(name -> !names(collection.indexes()).contains(name))
                .toList();
    }

    private static boolean ours(CollectionSpec collection, Document listed) {
        var name = listed.getString("name");
        return name.startsWith(IndexSpec.OURS)
                || collection.formerly().stream()
                        .anyMatch(former -> former.is(listed) && name.equals(former.nameOfDrivers()));
    }

    private Mono<Void> drop(CollectionSpec collection, String index) {
        LOG.info("Dropping the index {} of {}, which is no longer used", index, collection.name());
        return Mono.from(mongo.collection(collection.name()).dropIndex(index))
                .onErrorResume(
                        MongoCommandException.class, e -> e.getErrorCode() == NOT_FOUND ? Mono.empty() : Mono.error(e))
                .then();
    }

    private Mono<Integer> reached(CollectionSpec collection) {
        return Mono.from(mongo.collection(PlatformCollections.SETTINGS)
                        .find(Filters.eq("_id", ID))
                        .first())
                .map(stored -> stored.get(VERSIONS, Document.class)
                        .get(collection.name(), Number.class)
                        .intValue());
    }

    private Mono<Void> record(List<CollectionSpec> some) {
        var versions = some.stream()
                .map(each -> Updates.max(VERSIONS + "." + each.name(), each.indexVersion()))
                .toList();
        return Mono.from(mongo.collection(PlatformCollections.SETTINGS)
                        .updateOne(Filters.eq("_id", ID), Updates.combine(versions), new UpdateOptions().upsert(true)))
                .then();
    }
}
