package io.usher.engine.platform.secret;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.platform.mongo.PlatformCollections;
import io.usher.engine.platform.start.Preparation;
import io.usher.engine.platform.start.StartRefused;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Whether the keys that are given are those of this database: {@code settings}, _id {@code secretKey}, holds the fingerprint of the
 * one that encrypts. Another one is taken over when the one before is given behind it; else the start is refused, as two engines
 * with two keys would each write what the other cannot read.
 */
@Component
@Order(Preparation.INSTALLATION)
class SecretKeyCheck implements Preparation {

    private static final String ID = "secretKey";
    private static final String FINGERPRINT = "fingerprint";

    private final MongoCollection<Document> settings;
    private final SecretKeys keys;

    SecretKeyCheck(Mongo mongo, SecretKeys keys) {
        this.settings = mongo.collection(PlatformCollections.SETTINGS);
        this.keys = keys;
    }

    @Override
    public String name() {
        return "secret key";
    }

    @Override
    public Mono<Void> prepare() {
        return Mono.from(settings.find(Filters.eq("_id", ID)).first())
                .map(stored -> stored.getString(FINGERPRINT))
                .flatMap(this::compare)
                .switchIfEmpty(Mono.defer(this::begin))
                .then();
    }

    private Mono<Boolean> compare(String stored) {
        if (!keys.known().contains(stored)) {
            return Mono.error(new StartRefused(refusal(keys.current().orElse(null), stored)));
        }
        return keys.current()
                .filter(current -> !current.equals(stored))
                .map(current -> rotate(stored, current))
                .orElse(Mono.just(true));
    }

    private Mono<Boolean> rotate(String stored, String current) {
        var same = Filters.and(Filters.eq("_id", ID), Filters.eq(FINGERPRINT, stored));
        return Mono.from(settings.updateOne(same, Updates.set(FINGERPRINT, current)))
                .thenReturn(true);
    }

    /** The first key that this database sees; of two engines that start at once one is refused when theirs differ. */
    private Mono<Boolean> begin() {
        return Mono.justOrEmpty(keys.current())
                .flatMap(current -> Mono.from(settings.insertOne(new Document("_id", ID).append(FINGERPRINT, current)))
                        .thenReturn(true)
                        .onErrorResume(
                                Failures::duplicateKey, other -> prepare().thenReturn(true)));
    }

    static String refusal(@Nullable String given, String wanted) {
        var begin = given == null
                ? SecretKeys.SETTING + " is not set, and the secrets in this database were encrypted with a key"
                : SecretKeys.SETTING + " is another key (fingerprint " + given
                        + ") than the one that the secrets in this database were encrypted with";
        return begin + " (fingerprint " + wanted + "). Set that one, or set it behind a new one with a comma between"
                + " them. Without it the secrets are lost and have to be entered anew";
    }
}
