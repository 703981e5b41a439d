package io.usher.engine.workflow.internal;

import io.usher.engine.shared.Actor;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.Keyed;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A workflow beside its draft and versions.
 *
 * @param version the active one, 0 before the first activation
 * @param lifecycle counts activations, pauses, resumes and archiving: an activation that began before another of these does
 *     not take effect
 * @param inside what people inside do while it is paused
 * @param triggersRevision counts changes of the triggers
 */
public record Workflow(
        WorkflowId id,
        WorkspaceId workspace,
        String name,
        List<String> tags,
        Status status,
        int version,
        long lifecycle,
        Inside inside,
        Triggers triggers,
        Change triggersChanged,
        long triggersRevision,
        Instant createdAt,
        Change changed) {

    public Workflow {
        tags = List.copyOf(tags);
    }

    /** Says what name and tags these are; nothing else of the workflow counts. */
    public String nameTag() {
        return "name-"
                + Ids.derived(Stream.concat(Stream.of(name), tags.stream()).toArray(String[]::new))
                        .substring(0, 16);
    }

    /** Says which triggers these are. */
    public String triggersTag() {
        return "triggers-" + triggersRevision;
    }

    /**
     * Who did something, and when.
     *
     * @param by the actor's name then
     * @param actor null in what was stored before actors were
     */
    public record Change(Instant at, String by, @Nullable Actor actor) {}

    /** Whether its links are judged for events. */
    public boolean linked() {
        return status == Status.ACTIVE || status == Status.PAUSED;
    }

    /** Its life. */
    public enum Status implements Keyed {
        DRAFT("draft"),
        ACTIVE("active"),
        PAUSED("paused"),
        ARCHIVED("archived");

        private final String key;

        Status(String key) {
            this.key = key;
        }

        @Override
        public String key() {
            return key;
        }
    }

    /** What people inside a paused workflow do: go on, or hold before their next block. */
    public enum Inside implements Keyed {
        GO_ON("go-on"),
        HOLD("hold");

        private final String key;

        Inside(String key) {
            this.key = key;
        }

        @Override
        public String key() {
            return key;
        }
    }
}
