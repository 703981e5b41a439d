package io.usher.engine.workflow.internal;

import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.LinkTable;
import io.usher.engine.workflow.LinkTable.Linked;
import io.usher.engine.workflow.internal.Workflow.Status;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Link tables, kept until their workspace's links version rises. The version is read before the workflows: a table may be
 * newer than its version says, never older.
 */
@Component
class LinkTables {

    private final WorkflowStore workflows;
    private final LinksVersions versions;
    private final Map<WorkspaceId, LinkTable> kept = new ConcurrentHashMap<>();

    LinkTables(WorkflowStore workflows, LinksVersions versions) {
        this.workflows = workflows;
        this.versions = versions;
    }

    Mono<Map<WorkspaceId, LinkTable>> of(Collection<WorkspaceId> workspaces) {
        return versions.read(workspaces)
                .flatMapIterable(Map::entrySet)
                .flatMap(each -> table(each.getKey(), each.getValue()).map(table -> Map.entry(each.getKey(), table)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<LinkTable> table(WorkspaceId workspace, long version) {
        var known = kept.get(workspace);
        if (known != null && known.version() >= version) {
            return Mono.just(known);
        }
        return read(workspace, version).doOnNext(table -> keep(workspace, table));
    }

    private Mono<LinkTable> read(WorkspaceId workspace, long version) {
        return linked(workspace).collectList().map(linked -> new LinkTable(version, linked));
    }

    private Flux<Linked> linked(WorkspaceId workspace) {
        return workflows.linked(workspace).map(LinkTables::linked);
    }

    private void keep(WorkspaceId workspace, LinkTable table) {
        kept.merge(workspace, table, (one, other) -> one.version() > other.version() ? one : other);
    }

    private static Linked linked(Workflow workflow) {
        return new Linked(
                workflow.id(),
                workflow.name(),
                workflow.version(),
                workflow.status() == Status.PAUSED,
                workflow.triggers().start(),
                workflow.triggers().stop());
    }
}
