package io.usher.engine.audience.store;

import io.usher.engine.platform.mongo.CollectionPlan;
import io.usher.engine.platform.mongo.CollectionSpec;
import io.usher.engine.platform.mongo.IndexSpec;
import java.util.List;
import org.springframework.stereotype.Component;

/** Segments and who is in them. */
@Component
class AudienceCollections implements CollectionPlan {

    static final String SEGMENTS = "segments";
    static final String MEMBERS = "segmentMembers";

    @Override
    public List<CollectionSpec> collections() {
        return List.of(
                CollectionSpec.unsharded(SEGMENTS, "some hundreds for each workspace; read at every change of one")
                        .with(IndexSpec.on("workspace", "key"))
                        .formerly(IndexSpec.on("workspace", "key").asUnique())
                        .audited(),
                CollectionSpec.hashed(MEMBERS)
                        .with(IndexSpec.on("workspace", "segment", "-addedAt", "-_id"))
                        .with(IndexSpec.on("workspace", "contact"))
                        .audited());
    }
}
