package io.usher.engine.message.store;

import io.usher.engine.platform.mongo.CollectionPlan;
import io.usher.engine.platform.mongo.CollectionSpec;
import io.usher.engine.platform.mongo.IndexSpec;
import java.util.List;
import org.springframework.stereotype.Component;

/** Messages. */
@Component
class MessageCollections implements CollectionPlan {

    static final String MESSAGES = "messages";

    @Override
    public List<CollectionSpec> collections() {
        return List.of(CollectionSpec.hashed(MESSAGES)
                .with(IndexSpec.on("state", "nextLook"))
                .with(IndexSpec.on("journey", "state"))
                .with(IndexSpec.on("workspace", "-createdAt", "-_id"))
                .with(IndexSpec.on("workspace", "contact", "-createdAt", "-_id"))
                .with(IndexSpec.on("workspace", "workflow", "-createdAt", "-_id"))
                .with(IndexSpec.on("workspace", "journey", "-createdAt", "-_id"))
                .with(IndexSpec.on("workspace", "state", "-createdAt", "-_id"))
                .formerly(IndexSpec.on("journey"))
                .audited());
    }
}
