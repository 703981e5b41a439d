package io.usher.engine.workflow.internal;

import io.usher.engine.shared.Keyed;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.internal.Workflow.Change;
import java.time.Instant;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Versions. What is drawn and deployable never changes; only the state of deployment does. */
public interface VersionStore {

    /** Inserts one as {@code deploying}; false when the number is taken. */
    Mono<Boolean> insert(StoredVersion version);

    Mono<StoredVersion> find(WorkflowId workflow, int n);

    /** The tags of the drafts that these versions (number by workflow) were made from. */
    Mono<Map<WorkflowId, String>> draftTags(Map<WorkflowId, Integer> versions);

    /** The one with the highest number, whatever its state; empty when there is none. */
    Mono<StoredVersion> latest(WorkflowId workflow);

    /** Those that were activated once, newest first. */
    Flux<StoredVersion> activated(WorkflowId workflow);

    /** Makes a version that is still {@code deploying} belong to this moment of the workflow's life; empty when it is not. */
    Mono<StoredVersion> adopt(WorkflowId workflow, int n, long lifecycle, Change change);

    /** Ends {@code deploying}, if the version still belongs to the same moment of the workflow's life. */
    Mono<Void> settle(StoredVersion version, State state);

    /** Those that are {@code deploying} since before this time. */
    Flux<StoredVersion> deployingBefore(Instant time);

    /**
     * A version as it is stored.
     *
     * @param lifecycle of the workflow when its activation began
     * @param schemas by which the settings in what was drawn are read
     * @param draftTag of the draft it was made from
     */
    record StoredVersion(
            WorkflowId workflow,
            WorkspaceId workspace,
            int n,
            String workflowName,
            String processId,
            byte[] drawn,
            byte[] deployable,
            SettingsSchemas schemas,
            String draftTag,
            long lifecycle,
            State state,
            Change made) {

        /** The same version as of this moment of the workflow's life. */
        StoredVersion at(long moment) {
            return new StoredVersion(
                    workflow,
                    workspace,
                    n,
                    workflowName,
                    processId,
                    drawn,
                    deployable,
                    schemas,
                    draftTag,
                    moment,
                    state,
                    made);
        }
    }

    /** Whether it was activated; {@code OVERTAKEN}: something else came first, {@code REFUSED}: the broker did not take it. */
    enum State implements Keyed {
        DEPLOYING("deploying"),
        ACTIVATED("activated"),
        OVERTAKEN("overtaken"),
        REFUSED("refused");

        private final String key;

        State(String key) {
            this.key = key;
        }

        @Override
        public String key() {
            return key;
        }
    }
}
