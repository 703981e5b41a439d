package io.usher.engine.platform.lease;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.usher.engine.platform.PlatformProperties;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.platform.mongo.PlatformCollections;
import io.usher.engine.platform.time.RealTime;
import io.usher.engine.shared.Ids;
import java.time.Duration;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Named leases in MongoDB ({@code leases}: _id = name, owner, until). A holder may be paused and late: what is done under a
 * lease must also be safe when two do it, the lease only keeps them from doing it twice as a rule.
 */
@Component
public class Leases {

    private static final String COLLECTION = PlatformCollections.LEASES;

    private final Mongo mongo;
    private final RealTime time;
    private final Duration leaseTime;
    private final String owner = Ids.random();

    Leases(Mongo mongo, RealTime time, PlatformProperties properties) {
        this.mongo = mongo;
        this.time = time;
        this.leaseTime = properties.leaseTime();
    }

    /** This instance's name among owners; new at every start. */
    public String owner() {
        return owner;
    }

    /** Takes or renews one lease; true when it is mine until {@code leaseTime} from now. */
    public Mono<Boolean> hold(String name) {
        return hold(Set.of(name), 1).map(held -> held.contains(name));
    }

    /**
     * Takes or renews as many of these as are mine, free or expired, at most {@code share}; what is mine above the share is given
     * up. The names that are mine now.
     */
    public Mono<Set<String>> hold(Collection<String> names, int share) {
        return Flux.from(mongo.collection(COLLECTION).find(Filters.in("_id", names)))
                .collectMap(lease -> lease.getString("_id"))
                .flatMap(known -> adjust(names, known, share));
    }

    /** How many leases with this beginning are held by anybody now. */
    public Mono<Long> live(String prefix) {
        var named = Filters.and(Filters.gte("_id", prefix), Filters.lt("_id", prefix + "\uffff"));
        return Flux.from(mongo.collection(COLLECTION).find(named))
                .filter(lease -> !expired(lease))
                .count();
    }

    private Mono<Set<String>> adjust(Collection<String> names, Map<String, Document> known, int share) {
        var mine = names.stream().filter(name -> mine(known.get(name))).sorted().toList();
        var kept = mine.subList(0, Math.min(share, mine.size()));
        var surplus = mine.subList(kept.size(), mine.size());
        var free = names.stream()
                .filter(name -> free(known.get(name)))
                .limit(share - kept.size())
                .toList();
        return renew(kept).then(release(surplus)).then(takeAll(free, known)).map(taken -> join(kept, taken));
    }

    private static Set<String> join(List<String> kept, List<String> taken) {
        return Stream.concat(kept.stream(), taken.stream()).collect(Collectors.toUnmodifiableSet());
    }

    private boolean mine(@Nullable Document lease) {
        return lease != null && owner.equals(lease.getString("owner")) && !expired(lease);
    }

    private boolean free(@Nullable Document lease) {
        return lease == null || expired(lease);
    }

    private boolean expired(Document lease) {
        return !lease.getDate("until").toInstant().isAfter(time.now());
    }

    private Mono<Boolean> renew(List<String> names) {
        if (names.isEmpty()) {
            return Mono.just(true);
        }
        var mine = Filters.and(Filters.in("_id", names), Filters.eq("owner", owner));
        return Mono.from(mongo.collection(COLLECTION).updateMany(mine, Updates.set("until", expiry())))
                .thenReturn(true);
    }

    /** Gives up leases at once, so that another instance need not wait for their expiry. */
    public Mono<Boolean> release(Collection<String> names) {
        if (names.isEmpty()) {
            return Mono.just(true);
        }
        var mine = Filters.and(Filters.in("_id", names), Filters.eq("owner", owner));
        return Mono.from(mongo.collection(COLLECTION).deleteMany(mine)).thenReturn(true);
    }

    private Mono<List<String>> takeAll(List<String> names, Map<String, Document> known) {
        return Flux.fromIterable(names)
                .flatMap(
                        name -> take(name, known.get(name))
                                .filter(taken -> taken)
                                .map(taken -> name),
                        8)
                .collectList();
    }

    private Mono<Boolean> take(String name, @Nullable Document expired) {
        if (expired == null) {
            var lease = new Document("_id", name).append("owner", owner).append("until", expiry());
            return Mono.from(mongo.collection(COLLECTION).insertOne(lease))
                    .map(result -> true)
                    .onErrorResume(Failures::duplicateKey, taken -> Mono.just(false));
        }
        var unchanged = Filters.and(
                Filters.eq("_id", name),
                Filters.eq("owner", expired.getString("owner")),
                Filters.eq("until", expired.getDate("until")));
        var mine = Updates.combine(Updates.set("owner", owner), Updates.set("until", expiry()));
        return Mono.from(mongo.collection(COLLECTION).updateOne(unchanged, mine))
                .map(result -> result.getModifiedCount() == 1);
    }

    private Date expiry() {
        return Date.from(time.now().plus(leaseTime));
    }
}
