package io.usher.engine.event.store;

import io.usher.engine.platform.mongo.CollectionPlan;
import io.usher.engine.platform.mongo.CollectionSpec;
import io.usher.engine.platform.mongo.IndexSpec;
import java.util.List;
import org.springframework.stereotype.Component;

/** Events, their types, counts and positions. */
@Component
class EventCollections implements CollectionPlan {

    static final String EVENTS = "events";
    static final String TYPES = "eventTypes";
    static final String COUNTS = "eventCounts";
    static final String COUNTERS = "counters";

    @Override
    public List<CollectionSpec> collections() {
        return List.of(
                CollectionSpec.hashed(EVENTS)
                        .with(IndexSpec.on("workspace", "-acceptedAt", "-position"))
                        .with(IndexSpec.on("workspace", "type", "-acceptedAt", "-position"))
                        .with(IndexSpec.on("workspace", "key", "-acceptedAt", "-position"))
                        .with(IndexSpec.on("workspace", "contact", "-acceptedAt", "-position"))
                        .with(IndexSpec.on("due.lane", "due.position").asSparse())
                        .with(IndexSpec.on("due.contact", "due.position").asSparse())
                        .with(IndexSpec.on("due.lane", "due.workspace", "due.contact", "due.position")
                                .asSparse())
                        .audited(),
                CollectionSpec.unsharded(TYPES, "some hundreds for each workspace; read for every event")
                        .with(IndexSpec.on("workspace", "key"))
                        .with(IndexSpec.on("workspace", "skeleton"))
                        .formerly(IndexSpec.on("workspace", "key").asUnique())
                        .audited(),
                CollectionSpec.hashed(COUNTS).with(IndexSpec.on("workspace", "type", "day")),
                CollectionSpec.unsharded(COUNTERS, "one document that every batch of events changes"));
    }
}
