package io.usher.engine.message.store;

import io.usher.engine.platform.mongo.CollectionPlan;
import io.usher.engine.platform.mongo.CollectionSpec;
import io.usher.engine.platform.mongo.IndexSpec;
import java.util.List;
import org.springframework.stereotype.Component;

/** Messages and what they say, and the ways they go. */
@Component
class MessageCollections implements CollectionPlan {

    static final String MESSAGES = "messages";
    static final String BODIES = "messageBodies";
    static final String WALKS = "messageWalks";
    static final String CONNECTIONS = "connections";
    static final String SENDERS = "senders";

    @Override
    public List<CollectionSpec> collections() {
        return List.of(
                CollectionSpec.hashed(MESSAGES)
                        .with(IndexSpec.on("state", "due.connection", "due.kind", "due.at"))
                        .with(IndexSpec.on("state", "due.at"))
                        .with(IndexSpec.on("nextLook").asSparse())
                        .with(IndexSpec.on("journey", "state"))
                        .with(IndexSpec.on("workspace", "-createdAt", "-_id"))
                        .with(IndexSpec.on("workspace", "contact", "-createdAt", "-_id"))
                        .with(IndexSpec.on("workspace", "workflow", "-createdAt", "-_id"))
                        .with(IndexSpec.on("workspace", "journey", "-createdAt", "-_id"))
                        .with(IndexSpec.on("workspace", "state", "-createdAt", "-_id"))
                        .formerly(IndexSpec.on("journey"))
                        .version(2)
                        .audited(),
                CollectionSpec.hashed(BODIES).with(IndexSpec.on("at", "_id")),
                CollectionSpec.unsharded(WALKS, "one document for each walk of a sweeper"),
                CollectionSpec.unsharded(CONNECTIONS, "a few for each workspace")
                        .with(IndexSpec.on("workspace", "createdAt", "_id"))
                        .audited(),
                CollectionSpec.unsharded(SENDERS, "a few for each workspace")
                        .with(IndexSpec.on("workspace", "createdAt", "_id"))
                        .audited());
    }
}
