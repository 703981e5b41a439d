package io.usher.engine.platform.time;

import io.usher.engine.platform.mongo.CollectionPlan;
import io.usher.engine.platform.mongo.CollectionSpec;
import io.usher.engine.platform.mongo.IndexSpec;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What each engine says of a controlled clock. */
@Component
@ConditionalOnProperty("usher.platform.controlled-clock")
class ClockCollections implements CollectionPlan {

    static final String REPORTS = "clock_reports";

    @Override
    public List<CollectionSpec> collections() {
        return List.of(CollectionSpec.unsharded(REPORTS, "one document for each engine of a test")
                .with(IndexSpec.on("at")));
    }
}
