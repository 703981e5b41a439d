package io.usher.engine.workflow.internal;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.usher.engine.event.EventTypeUse;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.LinkTable;
import io.usher.engine.workflow.Version;
import io.usher.engine.workflow.Workflows;
import io.usher.engine.workflow.internal.Workflow.Inside;
import io.usher.engine.workflow.internal.Workflow.Status;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers what journeys and event types ask of workflows. */
@Component
class StoredWorkflows implements Workflows, EventTypeUse {

    private static final Duration HELD_KEPT = Duration.ofSeconds(1);
    private static final int HELD_SIZE = 10_000;

    private final WorkflowStore workflows;
    private final VersionLoader versions;
    private final LinkTables tables;
    private final Deployments deployments;
    private final AsyncCache<WorkflowId, Boolean> held = Caffeine.newBuilder()
            .maximumSize(HELD_SIZE)
            .expireAfterWrite(HELD_KEPT)
            .buildAsync();

    StoredWorkflows(WorkflowStore workflows, VersionLoader versions, LinkTables tables, Deployments deployments) {
        this.workflows = workflows;
        this.versions = versions;
        this.tables = tables;
        this.deployments = deployments;
    }

    @Override
    public Mono<Version> version(WorkflowId workflow, int n) {
        return versions.load(workflow, n);
    }

    @Override
    public Mono<Map<WorkspaceId, LinkTable>> links(Collection<WorkspaceId> workspaces) {
        return tables.of(workspaces);
    }

    @Override
    public Mono<Boolean> held(WorkflowId workflow) {
        return Mono.defer(() -> Mono.fromFuture(
                held.get(workflow, (missing, executor) -> readHeld(workflow).toFuture()), true));
    }

    private Mono<Boolean> readHeld(WorkflowId workflow) {
        return workflows.find(workflow).map(StoredWorkflows::holds).defaultIfEmpty(false);
    }

    private static boolean holds(Workflow workflow) {
        return workflow.status() == Status.PAUSED && workflow.inside() == Inside.HOLD;
    }

    @Override
    public Mono<Void> redeploy(WorkflowId workflow, int n) {
        return version(workflow, n)
                .switchIfEmpty(Mono.error(() -> Problems.notFound("version", workflow + "/" + n)))
                .flatMap(version -> deployments.deploy(version.processId(), version.deployable()));
    }

    @Override
    public Mono<Map<EventTypeKey, List<Use>>> uses(WorkspaceId workspace, List<EventTypeKey> keys) {
        return workflows.using(workspace, keys).collectList().map(using -> byKey(keys, using));
    }

    private static Map<EventTypeKey, List<Use>> byKey(List<EventTypeKey> keys, List<Workflow> using) {
        var uses = new LinkedHashMap<EventTypeKey, List<Use>>();
        for (EventTypeKey key : keys) {
            var ofKey = using.stream()
                    .filter(workflow -> workflow.triggers().eventTypes().contains(key))
                    .map(workflow -> use(workflow, key))
                    .toList();
            if (!ofKey.isEmpty()) {
                uses.put(key, ofKey);
            }
        }
        return uses;
    }

    private static Use use(Workflow workflow, EventTypeKey key) {
        return new Use(
                workflow.id(),
                workflow.name(),
                workflow.status().key(),
                workflow.triggers().startTypes().contains(key),
                workflow.triggers().stopTypes().contains(key));
    }
}
