package io.usher.engine.shared;

import java.time.Instant;
import java.util.Map;

/**
 * One change as the audit keeps it: who did what to which thing. It names things by id and holds codes, nothing that is secret or
 * personal beyond ids.
 *
 * @param id unique; an entry that is written again under it is written once
 * @param action a code such as {@code workflow.activated}
 * @param thing what was changed
 * @param arguments what the action was done with, by name, for example {@code version}
 */
public record AuditEntry(
        String id,
        WorkspaceId workspace,
        Instant at,
        Actor actor,
        String action,
        Thing thing,
        Map<String, String> arguments) {

    public AuditEntry {
        arguments = Map.copyOf(arguments);
    }

    /** A thing that can be changed: its kind, such as {@code workflow}, and its id or key. */
    public record Thing(String kind, String id) {}

    /** An entry with an id of its own; the kind of the thing is the action's part before the dot. */
    public static AuditEntry of(
            WorkspaceId workspace,
            Instant at,
            Actor actor,
            String action,
            String thing,
            Map<String, String> arguments) {
        var kind = action.substring(0, action.indexOf('.'));
        return new AuditEntry(Ids.random(), workspace, at, actor, action, new Thing(kind, thing), arguments);
    }
}
