package io.usher.engine.workflow.internal;

import io.usher.engine.shared.WorkflowId;
import io.usher.engine.workflow.internal.Workflow.Change;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The one draft of each workflow, its bytes as they were sent. */
public interface DraftStore {

    Mono<Void> insert(Draft draft);

    Mono<Draft> find(WorkflowId workflow);

    /** The drafts of these workflows without their bytes. */
    Mono<Map<WorkflowId, Stamp>> stamps(Collection<WorkflowId> workflows);

    /** Replaces the draft if it still has this tag (null: whatever is there); false when it has another. */
    Mono<Boolean> replace(Draft draft, @Nullable String expected);

    /** Which draft it is, and who saved it when. */
    record Stamp(String tag, Change saved) {}

    /** A draft; the tag is derived from the bytes. */
    record Draft(WorkflowId workflow, byte[] bytes, String tag, Change saved) {

        public static Draft of(WorkflowId workflow, byte[] bytes, Change saved) {
            return new Draft(workflow, bytes, Fingerprint.of(bytes), saved);
        }

        /** This draft without its bytes. */
        public Stamp stamp() {
            return new Stamp(tag, saved);
        }
    }
}
