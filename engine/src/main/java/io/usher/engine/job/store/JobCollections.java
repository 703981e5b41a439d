package io.usher.engine.job.store;

import io.usher.engine.platform.mongo.CollectionPlan;
import io.usher.engine.platform.mongo.CollectionSpec;
import io.usher.engine.platform.mongo.IndexSpec;
import java.util.List;
import org.springframework.stereotype.Component;

/** Jobs and the pieces of their files. */
@Component
class JobCollections implements CollectionPlan {

    static final String JOBS = "jobs";
    static final String PIECES = "jobPieces";

    @Override
    public List<CollectionSpec> collections() {
        return List.of(
                CollectionSpec.unsharded(JOBS, "some thousands; shown for 90 days after their end")
                        .with(IndexSpec.on("workspace", "-createdAt", "-_id"))
                        .with(IndexSpec.on("workspace", "state", "-createdAt", "-_id"))
                        .with(IndexSpec.on("workspace", "kind", "-createdAt", "-_id"))
                        .with(IndexSpec.on("workspace", "kind", "state", "-createdAt", "-_id"))
                        .with(IndexSpec.on("due").asSparse())
                        .with(IndexSpec.on("cleanAt").asSparse())
                        .audited(),
                CollectionSpec.hashed(PIECES));
    }
}
