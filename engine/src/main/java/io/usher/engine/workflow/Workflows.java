package io.usher.engine.workflow;

import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/** What journeys ask of workflows. */
public interface Workflows {

    /** A version; cached, since it never changes. Empty when there is none. */
    Mono<Version> version(WorkflowId workflow, int n);

    /**
     * The links as they stand now, per workspace: reads each workspace's links version (one query) and answers from the cache
     * when it is unchanged; a workspace without links may be left out. Activation, pause, resume and changes of triggers raise that version before they are answered.
     */
    Mono<Map<WorkspaceId, LinkTable>> links(Collection<WorkspaceId> workspaces);

    /** Whether people inside are to be held before their next block (pause with {@code hold}); cached at most a second. */
    Mono<Boolean> held(WorkflowId workflow);

    /** Deploys the version's stored deployable again: for a broker that has lost it. Harmless when it is there. */
    Mono<Void> redeploy(WorkflowId workflow, int n);

    /** Name of the compiled step on a flow, a job of type {@code usher.step} with this element id. */
    static String step(String flow) {
        return flow + "__step";
    }
}
