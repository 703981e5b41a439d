package io.usher.engine.journey.store;

import io.usher.engine.platform.mongo.CollectionPlan;
import io.usher.engine.platform.mongo.CollectionSpec;
import io.usher.engine.platform.mongo.IndexSpec;
import java.util.List;
import org.springframework.stereotype.Component;

/** Journeys; every list names its states, so that one index per filter serves all of them. */
@Component
class JourneyCollections implements CollectionPlan {

    static final String JOURNEYS = "journeys";
    static final String ARCHIVE = "trail_archive";
    static final String REENTRY = "reentry";

    @Override
    public List<CollectionSpec> collections() {
        return List.of(
                CollectionSpec.hashed(JOURNEYS)
                        .with(IndexSpec.on("workspace", "contact", "workflow", "state"))
                        .with(IndexSpec.on(
                                "workspace", "contact", "workflow", "scope.per", "scope.value", "-startedAt"))
                        .with(IndexSpec.on("state", "lane", "since", "_id"))
                        .with(IndexSpec.on("workspace", "contact", "-startedAt", "-_id"))
                        .with(IndexSpec.on("workspace", "workflow", "state", "-startedAt", "-_id"))
                        .with(IndexSpec.on("workspace", "state", "-startedAt", "-_id"))
                        .formerly(IndexSpec.on("state", "since", "_id"))
                        .audited(),
                CollectionSpec.hashed(ARCHIVE).with(IndexSpec.on("workspace", "journey", "n")),
                CollectionSpec.hashed(REENTRY));
    }
}
