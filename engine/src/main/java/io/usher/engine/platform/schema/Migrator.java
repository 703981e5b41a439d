package io.usher.engine.platform.schema;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.usher.engine.platform.crash.CrashPoints;
import io.usher.engine.platform.lease.Leases;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.platform.start.Preparation;
import io.usher.engine.platform.start.StartRefused;
import io.usher.engine.platform.start.StillWaiting;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Brings the data to the version that this engine reads, before anything else is done with it: one migration after another, page
 * by page, under a lease. Where it has come to is stored behind each page, so that a killed engine's work is gone on with.
 */
@Component
@Order(Preparation.SCHEMA)
class Migrator implements Preparation {

    private static final Logger LOG = LoggerFactory.getLogger(Migrator.class);
    private static final int PAGE = 500;
    private static final int SAID_EVERY = 20;

    private final Mongo mongo;
    private final Leases leases;
    private final Migrations migrations;
    private final CrashPoints crashPoints;
    private final Schemas schemas;
    private final String lease;

    @Autowired
    Migrator(Mongo mongo, Leases leases, List<Migration> migrations, CrashPoints crashPoints) {
        this(mongo, leases, migrations, crashPoints, "schema");
    }

    /** With a document and a lease of its own. */
    Migrator(Mongo mongo, Leases leases, List<Migration> migrations, CrashPoints crashPoints, String id) {
        this.mongo = mongo;
        this.leases = leases;
        this.migrations = new Migrations(migrations);
        this.crashPoints = crashPoints;
        this.schemas = new Schemas(mongo, id);
        this.lease = "migration:" + id;
    }

    @Override
    public String name() {
        return "data";
    }

    /** With much data it takes as long as it takes. */
    @Override
    public Duration limit() {
        return Duration.ofDays(1);
    }

    @Override
    public Mono<Void> prepare() {
        return schemas.read()
                .flatMap(schema -> migrations.after(schema.version()).isEmpty() ? Mono.<Void>empty() : migrate());
    }

    private Mono<Void> migrate() {
        return held().then(Mono.defer(schemas::read))
                .flatMap(this::next)
                .repeat()
                .takeWhile(more -> more)
                .then(leases.release(Set.of(lease)))
                .onErrorResume(
                        StartRefused.class,
                        refused -> leases.release(Set.of(lease)).then(Mono.<Boolean>error(refused)))
                .then();
    }

    private Mono<Void> held() {
        return leases.hold(lease)
                .flatMap(mine -> mine
                        ? Mono.<Void>empty()
                        : Mono.error(new StillWaiting("another engine, which brings the data to its version")));
    }

    /** One page; whether there is more to do. A later engine may have been at the data before it was held here. */
    private Mono<Boolean> next(Schema schema) {
        return migrations
                .after(schema.version())
                .map(migration -> page(migration, schema).thenReturn(true))
                .orElseGet(() -> Mono.just(false));
    }

    private Mono<Void> page(Migration migration, Schema schema) {
        if (schema.after().isEmpty()) {
            LOG.info("Bringing the data to version {}: {}", migration.version(), migration.what());
        }
        return Flux.from(mongo.collection(migration.collection())
                        .find(Filters.gt("_id", schema.after()))
                        .projection(migration.reads())
                        .sort(Sorts.ascending("_id"))
                        .limit(PAGE))
                .collectList()
                .flatMap(read -> write(migration, read).then(Mono.defer(() -> after(migration, schema, read))));
    }

    private Mono<Void> write(Migration migration, List<Document> read) {
        var changes = Changes.of(migration, read);
        return changes.isEmpty()
                ? Mono.empty()
                : Mono.from(mongo.collection(migration.collection())
                                .bulkWrite(changes, new BulkWriteOptions().ordered(false)))
                        .then();
    }

    private Mono<Void> after(Migration migration, Schema schema, List<Document> read) {
        if (read.size() < PAGE) {
            LOG.info(
                    "The data is of version {} now, {} documents were read",
                    migration.version(),
                    schema.seen() + read.size());
            return schemas.done(schema);
        }
        var reached = schema.behind(read.getLast().getString("_id"), read.size());
        if (reached.seen() / PAGE % SAID_EVERY == 0) {
            LOG.info("{} documents so far ({})", reached.seen(), migration.what());
        }
        return schemas.reached(reached).doOnSuccess(stored -> crashPoints.reached("migration-after-page"));
    }
}
