package io.usher.engine.workflow;

import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.WorkflowId;
import java.util.List;

/**
 * The links of a workspace's activated workflows (active or paused) at one moment. Start links of one workflow and event type
 * stay in their order: the first whose filter matches counts.
 */
public record LinkTable(long version, List<Linked> workflows) {

    /** That of a workspace without activated workflows. */
    public static final LinkTable EMPTY = new LinkTable(0, List.of());

    public LinkTable {
        workflows = List.copyOf(workflows);
    }

    /** The workflows with a start or stop link of this event type. */
    public List<Linked> of(EventTypeKey type) {
        return workflows.stream().filter(each -> each.links(type)).toList();
    }

    /** Whether a workflow has a stop link of this event type. */
    public boolean stops(EventTypeKey type) {
        return workflows.stream().anyMatch(each -> each.stops(type));
    }

    /** One activated workflow and its links. {@code stopEverything} etc. belong to the links; {@code paused}: no new starts. */
    public record Linked(
            WorkflowId workflow, String name, int version, boolean paused, List<StartLink> start, List<StopLink> stop) {

        public Linked {
            start = List.copyOf(start);
            stop = List.copyOf(stop);
        }

        boolean links(EventTypeKey type) {
            return starts(type) || stops(type);
        }

        public boolean starts(EventTypeKey type) {
            return start.stream().anyMatch(link -> link.eventType().equals(type));
        }

        public boolean stops(EventTypeKey type) {
            return stop.stream().anyMatch(link -> link.eventType().equals(type));
        }
    }
}
