package io.usher.engine.journey.internal.dispatch;

import io.usher.engine.event.Event;
import io.usher.engine.event.EventListeners;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.LinkTable;
import io.usher.engine.workflow.Workflows;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The one place that says who listens to an event, and so which events are dispatched. Whatever is to react to events one day
 * (waits in versions with people inside, segments, a target that an event names) is asked here, or its events never come.
 */
@Component
class Listening implements EventListeners {

    private static final Heard DUE = new Heard.Due();

    private final Workflows workflows;

    Listening(Workflows workflows) {
        this.workflows = workflows;
    }

    @Override
    public Mono<Function<Event, Heard>> now(Collection<WorkspaceId> workspaces) {
        return workflows
                .links(workspaces)
                .map(tables -> event -> heard(event, tables.getOrDefault(event.workspace(), LinkTable.EMPTY)));
    }

    /** Due, unless nobody listens or what is to be decided depends on nothing but the links. */
    static Heard heard(Event event, LinkTable links) {
        if (links.of(event.type()).isEmpty()) {
            return new Heard.Decided(List.of());
        }
        return WithoutEffect.of(event, links)
                .<Heard>map(intent -> new Heard.Decided(Act.decisionsOnly(intent)))
                .orElse(DUE);
    }
}
