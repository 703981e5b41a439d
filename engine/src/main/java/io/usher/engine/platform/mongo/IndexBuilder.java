package io.usher.engine.platform.mongo;

import com.mongodb.client.model.IndexOptions;
import io.usher.engine.platform.mongo.IndexPlan.IndexSpec;
import io.usher.engine.platform.start.Preparation;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Builds all indexes of all stores; building one that exists does nothing. */
@Component
@Order(Preparation.INDEXES)
class IndexBuilder implements Preparation {

    private final Mongo mongo;
    private final List<IndexPlan> plans;

    IndexBuilder(Mongo mongo, List<IndexPlan> plans) {
        this.mongo = mongo;
        this.plans = plans;
    }

    @Override
    public String name() {
        return "indexes";
    }

    @Override
    public Mono<Void> prepare() {
        return Flux.fromIterable(plans)
                .flatMapIterable(IndexPlan::indexes)
                .concatMap(this::build)
                .then();
    }

    private Mono<String> build(IndexSpec index) {
        var options = new IndexOptions().unique(index.unique()).sparse(index.sparse());
        return Mono.from(mongo.collection(index.collection()).createIndex(index.keys(), options));
    }
}
