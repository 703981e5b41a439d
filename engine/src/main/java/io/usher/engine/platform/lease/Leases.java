package io.usher.engine.platform.lease;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.usher.engine.platform.PlatformProperties;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.platform.time.RealTime;
import io.usher.engine.shared.Ids;
import java.time.Duration;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Named leases in MongoDB ({@code leases}: _id = name, owner, until). A holder may be paused and late: what is done under a
 * lease must also be safe when two do it, the lease only keeps them from doing it twice as a rule.
 */
@Component
public class Leases {

    private static final String COLLECTION = "leases";

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
        return hold(Set.of(name)).map(held -> held.contains(name));
    }

    /** Takes or renews as many of these as are mine, free or expired; the names that are mine now. */
    public Mono<Set<String>> hold(Collection<String> names) {
        return renew(names)
                .then(held(names))
                .flatMap(mine -> takeMissing(names, mine).thenReturn(mine))
                .map(Set::copyOf);
    }

    /** Gives up a lease at once, so that another instance need not wait for its expiry. */
    public Mono<Void> release(Collection<String> names) {
        return Mono.from(mongo.collection(COLLECTION)
                        .deleteMany(Filters.and(Filters.in("_id", names), Filters.eq("owner", owner))))
                .then();
    }

    private Mono<?> renew(Collection<String> names) {
        var mine = Filters.and(Filters.in("_id", names), Filters.eq("owner", owner), Filters.gt("until", now()));
        return Mono.from(mongo.collection(COLLECTION).updateMany(mine, Updates.set("until", expiry())));
    }

    private Mono<Set<String>> held(Collection<String> names) {
        var mine = Filters.and(Filters.in("_id", names), Filters.eq("owner", owner), Filters.gt("until", now()));
        return Flux.from(mongo.collection(COLLECTION).find(mine))
                .map(lease -> lease.getString("_id"))
                .collect(HashSet::new, Set::add);
    }

    private Mono<Void> takeMissing(Collection<String> names, Set<String> mine) {
        return Flux.fromIterable(names)
                .filter(name -> !mine.contains(name))
                .flatMap(name -> take(name).filter(taken -> taken).map(taken -> name), 8)
                .doOnNext(mine::add)
                .then();
    }

    private Mono<Boolean> take(String name) {
        Bson expired = Filters.and(Filters.eq("_id", name), Filters.lte("until", now()));
        var mine = Updates.combine(Updates.set("owner", owner), Updates.set("until", expiry()));
        return Mono.from(mongo.collection(COLLECTION).updateOne(expired, mine))
                .flatMap(result -> result.getModifiedCount() == 1 ? Mono.just(true) : insert(name));
    }

    private Mono<Boolean> insert(String name) {
        var lease = new Document("_id", name).append("owner", owner).append("until", expiry());
        return Mono.from(mongo.collection(COLLECTION).insertOne(lease))
                .map(result -> true)
                .onErrorResume(Failures::duplicateKey, taken -> Mono.just(false));
    }

    private Date now() {
        return Date.from(time.now());
    }

    private Date expiry() {
        return Date.from(time.now().plus(leaseTime));
    }
}
