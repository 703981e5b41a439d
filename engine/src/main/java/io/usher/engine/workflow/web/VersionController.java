package io.usher.engine.workflow.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.usher.engine.account.Caller;
import io.usher.engine.account.Needs;
import io.usher.engine.account.Right;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.workflow.internal.VersionService;
import io.usher.engine.workflow.internal.VersionStore.StoredVersion;
import java.time.Instant;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/workflows/{id}/versions")
@Tag(name = "Workflows")
class VersionController {

    private final VersionService versions;

    VersionController(VersionService versions) {
        this.versions = versions;
    }

    /** {@code name} is the workflow's when this version was activated. */
    record VersionAnswer(int n, String name, String processId, Instant activatedAt, String activatedBy) {

        static VersionAnswer of(StoredVersion version) {
            return new VersionAnswer(
                    version.n(),
                    version.workflowName(),
                    version.processId(),
                    version.made().at(),
                    version.made().by());
        }
    }

    /** All of them: there are as many as somebody activated. */
    record VersionList(List<VersionAnswer> items) {}

    @Needs(Right.WORKFLOW_READ)
    @GetMapping
    @Operation(summary = "Every version that was activated, newest first")
    Mono<VersionList> list(@AuthenticationPrincipal Caller caller, @PathVariable WorkflowId id) {
        return versions.list(caller.workspace(), id)
                .map(VersionAnswer::of)
                .collectList()
                .map(VersionList::new);
    }

    @Needs(Right.WORKFLOW_READ)
    @GetMapping("/{n}")
    @Operation(summary = "One version")
    Mono<VersionAnswer> get(@AuthenticationPrincipal Caller caller, @PathVariable WorkflowId id, @PathVariable int n) {
        return versions.find(caller.workspace(), id, n).map(VersionAnswer::of);
    }

    @Needs(Right.WORKFLOW_READ)
    @GetMapping(value = "/{n}/bpmn", produces = MediaType.APPLICATION_XML_VALUE)
    @Operation(summary = "The version as it was drawn")
    Mono<ResponseEntity<byte[]>> drawn(
            @AuthenticationPrincipal Caller caller, @PathVariable WorkflowId id, @PathVariable int n) {
        return versions.find(caller.workspace(), id, n).map(version -> xml(version.drawn()));
    }

    @Needs(Right.WORKFLOW_READ)
    @GetMapping(value = "/{n}/deployed", produces = MediaType.APPLICATION_XML_VALUE)
    @Operation(summary = "The process that the broker runs for this version")
    Mono<ResponseEntity<byte[]>> deployed(
            @AuthenticationPrincipal Caller caller, @PathVariable WorkflowId id, @PathVariable int n) {
        return versions.find(caller.workspace(), id, n).map(version -> xml(version.deployable()));
    }

    private static ResponseEntity<byte[]> xml(byte[] bytes) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(bytes);
    }
}
