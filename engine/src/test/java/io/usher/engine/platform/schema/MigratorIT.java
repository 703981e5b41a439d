package io.usher.engine.platform.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import io.usher.engine.platform.PlatformProperties;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.crash.CrashPoints;
import io.usher.engine.platform.lease.Leases;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.platform.start.StartRefused;
import io.usher.engine.platform.start.StillWaiting;
import io.usher.engine.shared.Ids;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.SecondEngine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Migrations of documents that this test puts among the walks of contacts, with a version of its own. */
@EngineIT
class MigratorIT {

    private static final String COLLECTION = "contactWalks";
    private static final int DOCUMENTS = 1_200;

    @Autowired
    Mongo mongo;

    @Autowired
    Leases leases;

    private final String id = "schema_" + Ids.random();
    private final CrashPoints places =
            CrashPoints.of(new PlatformProperties("", "", null, false, null, Duration.ofSeconds(10), true));
    private final Marking first = new Marking(1, "first");
    private final Marking second = new Marking(2, "second");

    @BeforeEach
    void store() {
        var documents = ids().stream()
                .map(each -> new Document("_id", each).append("after", ""))
                .toList();
        Async.await(Mono.from(mongo.collection(COLLECTION).insertMany(documents)));
    }

    @AfterEach
    void remove() {
        Async.await(Mono.from(mongo.collection(COLLECTION).deleteMany(Filters.in("_id", ids()))));
    }

    private List<String> ids() {
        return IntStream.range(0, DOCUMENTS)
                .mapToObj(i -> "%s-%05d".formatted(id, i))
                .toList();
    }

    @Test
    void shouldMakeEachMigrationOnceInItsOrder() {
        Async.await(migrator(second, first).prepare());
        Async.await(migrator(second, first).prepare());

        assertThat(first.changed)
                .hasSize(DOCUMENTS)
                .allSatisfy((key, times) -> assertThat(times.get()).isEqualTo(1));
        assertThat(second.before).allMatch(document -> document.containsKey("first"));
        assertThat(marked("second")).isEqualTo(DOCUMENTS);
    }

    @Test
    void shouldMigrateOnceWhenTwoEnginesStartTogether() throws InterruptedException {
        try (var other = SecondEngine.besideTheFirst()) {
            var one = migrator(first).prepare().retryWhen(untilDone());
            var two = new Migrator(mongo, other.bean(Leases.class), List.of(first), places, id)
                    .prepare()
                    .retryWhen(untilDone());

            Async.await(Mono.when(one, two));
        }

        assertThat(first.changed)
                .hasSize(DOCUMENTS)
                .allSatisfy((key, times) -> assertThat(times.get()).isEqualTo(1));
    }

    @Test
    void shouldGoOnBehindThePageThatWasDone() {
        // given: an engine that ended after one page
        places.at("migration-after-page", () -> {
            throw new IllegalStateException("killed");
        });
        assertThatThrownBy(() -> Async.await(migrator(first).prepare())).hasMessage("killed");
        assertThat(marked("first")).isBetween(1L, DOCUMENTS - 1L);
        places.clear();

        // when
        Async.await(migrator(first).prepare());

        // then
        assertThat(first.changed)
                .hasSize(DOCUMENTS)
                .allSatisfy((key, times) -> assertThat(times.get()).isEqualTo(1));
        assertThat(marked("first")).isEqualTo(DOCUMENTS);
    }

    @Test
    void shouldRefuseDataOfALaterEngine() {
        Async.await(migrator(first, second).prepare());

        assertThatThrownBy(() -> Async.await(migrator(first).prepare()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("version 2")
                .hasMessageContaining("up to version 1");
    }

    @Test
    void shouldRefuseAGapInTheNumbers() {
        assertThatThrownBy(() -> migrator(second)).hasMessageContaining("without a gap");
    }

    private Migrator migrator(Migration... migrations) {
        return new Migrator(mongo, leases, List.of(migrations), places, id);
    }

    private static Retry untilDone() {
        return Retry.fixedDelay(600, Duration.ofMillis(100)).filter(StillWaiting.class::isInstance);
    }

    private long marked(String mark) {
        return Async.value(Flux.from(mongo.collection(COLLECTION)
                        .find(Filters.and(Filters.gte("_id", id), Filters.lt("_id", id + "~"))))
                .filter(document -> document.containsKey(mark))
                .count());
    }

    /** Marks each document of this test, and counts how often it was asked to. */
    private final class Marking implements Migration {

        private final Map<String, AtomicInteger> changed = new ConcurrentHashMap<>();
        private final List<Document> before = new CopyOnWriteArrayList<>();
        private final int version;
        private final String mark;

        Marking(int version, String mark) {
            this.version = version;
            this.mark = mark;
        }

        @Override
        public int version() {
            return version;
        }

        @Override
        public String what() {
            return "documents are marked " + mark;
        }

        @Override
        public String collection() {
            return COLLECTION;
        }

        @Override
        public Bson reads() {
            return Projections.include("first", "second");
        }

        @Override
        public @Nullable Bson change(Document document) {
            var key = document.getString("_id");
            if (!key.startsWith(id)) {
                return null;
            }
            before.add(document);
            changed.computeIfAbsent(key, k -> new AtomicInteger()).incrementAndGet();
            return Updates.set(mark, true);
        }
    }
}
