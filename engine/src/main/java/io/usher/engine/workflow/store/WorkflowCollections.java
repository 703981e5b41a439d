package io.usher.engine.workflow.store;

import io.usher.engine.platform.mongo.CollectionPlan;
import io.usher.engine.platform.mongo.CollectionSpec;
import io.usher.engine.platform.mongo.IndexSpec;
import java.util.List;
import org.springframework.stereotype.Component;

/** Workflows with their drafts, versions and links. */
@Component
class WorkflowCollections implements CollectionPlan {

    static final String WORKFLOWS = "workflows";
    static final String DRAFTS = "drafts";
    static final String VERSIONS = "versions";
    static final String LINKS = "links";

    @Override
    public List<CollectionSpec> collections() {
        return List.of(
                CollectionSpec.unsharded(WORKFLOWS, "some hundreds for each workspace; read for every event")
                        .with(IndexSpec.on("workspace", "-changed.at", "-_id"))
                        .with(IndexSpec.on("workspace", "-createdAt", "-_id"))
                        .with(IndexSpec.on("workspace", "search", "_id"))
                        .with(IndexSpec.on("workspace", "status"))
                        .with(IndexSpec.on("workspace", "startTypes"))
                        .with(IndexSpec.on("workspace", "stopTypes"))
                        .with(IndexSpec.on("linksChanged").asSparse())
                        .audited(),
                CollectionSpec.unsharded(DRAFTS, "one for each workflow"),
                CollectionSpec.hashed(VERSIONS)
                        .with(IndexSpec.on("workflow", "-n"))
                        .with(IndexSpec.on("deploying").asSparse())
                        .formerly(IndexSpec.on("workspace", "workflow", "n").asUnique()),
                CollectionSpec.unsharded(
                        LINKS, "one small document for each workspace; read for every batch of events"));
    }
}
