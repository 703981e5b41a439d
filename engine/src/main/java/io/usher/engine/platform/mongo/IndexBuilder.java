package io.usher.engine.platform.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.usher.engine.platform.start.Preparation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Brings the indexes of every collection to what is declared: first what is missing, by one command, then those of Usher's that
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
        return reached()
                .flatMap(reached -> Flux.fromIterable(collections)
                        .concatMap(each -> bring(each, reached.getOrDefault(each.name(), 0)))
                        .then())
                .then(Mono.defer(this::record));
    }

    /** Brings one collection's indexes to what is declared, where its indexes have {@code reached} this version before. */
    Mono<Void> bring(CollectionSpec collection, int reached) {
        return Flux.from(mongo.collection(collection.name()).listIndexes())
                .collectList()
                .flatMap(there -> build(collection, there).thenReturn(there))
                .flatMapMany(there -> Flux.fromIterable(outdated(collection, there)))
                .filter(outdated -> reached <= collection.indexVersion())
                .concatMap(outdated -> drop(collection, outdated))
                .then();
    }

    private Mono<Void> build(CollectionSpec collection, List<Document> there) {
        var missing = collection.indexes().stream()
                .filter(index -> there.stream().noneMatch(index::is))
                .toList();
        if (missing.isEmpty()) {
            return Mono.empty();
        }
        LOG.info("Building indexes of {}: {}", collection.name(), names(missing));
        var models = missing.stream().map(IndexSpec::model).toList();
        return Flux.from(mongo.collection(collection.name()).createIndexes(models))
                .then();
    }

    private static List<String> names(List<IndexSpec> indexes) {
        return indexes.stream().map(IndexSpec::name).toList();
    }

    private static List<String> outdated(CollectionSpec collection, List<Document> there) {
        return there.stream()
                .filter(listed -> collection.indexes().stream().noneMatch(index -> index.is(listed)))
                .filter(listed -> ours(collection, listed))
                .map(listed -> listed.getString("name"))
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

    private Mono<Map<String, Integer>> reached() {
        return Mono.from(mongo.collection(PlatformCollections.SETTINGS)
                        .find(Filters.eq("_id", ID))
                        .first())
                .map(stored -> stored.get(VERSIONS, Document.class).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, each -> ((Number) each.getValue()).intValue())))
                .defaultIfEmpty(Map.of());
    }

    private Mono<Void> record() {
        var highest = collections.stream()
                .map(each -> Updates.max(VERSIONS + "." + each.name(), each.indexVersion()))
                .toList();
        return Mono.from(mongo.collection(PlatformCollections.SETTINGS)
                        .updateOne(Filters.eq("_id", ID), Updates.combine(highest), new UpdateOptions().upsert(true)))
                .then();
    }
}
