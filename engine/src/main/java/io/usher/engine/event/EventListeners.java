package io.usher.engine.event;

import io.usher.engine.shared.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Port: who listens to events. Asked once for each batch that is accepted, so that only what somebody listens to is dispatched. */
public interface EventListeners {

    /**
     * Reads who listens in these workspaces; the read begins with the subscription, so what was answered before it is seen. The
     * function says of each event of theirs what is to become of it, and reads nothing more.
     */
    Mono<Function<Event, Heard>> now(Collection<WorkspaceId> workspaces);

    /** What is to become of an event. */
    sealed interface Heard {

        /** It is to be dispatched. */
        record Due() implements Heard {}

        /** There is nothing to do for it; the decisions (none: nobody listens) are stored with it. */
        record Decided(List<Decision> decisions) implements Heard {

            public Decided {
                decisions = List.copyOf(decisions);
            }
        }
    }
}
