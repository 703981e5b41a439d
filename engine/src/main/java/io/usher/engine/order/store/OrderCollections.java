package io.usher.engine.order.store;

import io.usher.engine.platform.mongo.CollectionPlan;
import io.usher.engine.platform.mongo.CollectionSpec;
import io.usher.engine.platform.mongo.IndexSpec;
import java.util.List;
import org.springframework.stereotype.Component;

/** Orders. */
@Component
class OrderCollections implements CollectionPlan {

    static final String ORDERS = "orders";

    @Override
    public List<CollectionSpec> collections() {
        return List.of(CollectionSpec.hashed(ORDERS)
                .with(IndexSpec.on("workspace", "contact", "-date", "-_id"))
                .with(IndexSpec.on("pending.next").asSparse())
                .with(IndexSpec.on("pending.at").asSparse()));
    }
}
