package io.usher.engine.platform.zeebe;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.platform.mongo.PlatformCollections;
import io.usher.engine.platform.start.Preparation;
import io.usher.engine.shared.Ids;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The name of this database on a broker, made once: prefix of job types, process ids and message names, so that two
 * installations on one broker never take each other's jobs. Begins with a letter.
 */
@Component
@Order(Preparation.INSTALLATION)
public class Installation implements Preparation {

    private static final String ID = "installation";
    private static final int LENGTH = 8;

    private final Mongo mongo;
    private volatile @Nullable String prefix;

    Installation(Mongo mongo) {
        this.mongo = mongo;
    }

    /** For example {@code u3k9x0a2}; known once the engine is ready. */
    public String prefix() {
        var known = prefix;
        if (known == null) {
            throw new IllegalStateException("The installation has no name before the engine is ready");
        }
        return known;
    }

    /** A name of this installation on the broker: {@code prefix.name}. */
    public String jobType(String name) {
        return prefix() + "." + name;
    }

    @Override
    public String name() {
        return ID;
    }

    @Override
    public Mono<Void> prepare() {
        var once = Updates.setOnInsert("prefix", "u" + Ids.random().substring(0, LENGTH - 1));
        var options = new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER);
        return Mono.from(mongo.collection(PlatformCollections.SETTINGS)
                        .findOneAndUpdate(Filters.eq("_id", ID), once, options))
                .retry(2)
                .doOnNext((Document stored) -> prefix = stored.getString("prefix"))
                .then();
    }
}
