package io.usher.engine.message;

import io.usher.engine.contact.Channel;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.WorkspaceId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** How messages leave a workspace, and what holds all of them whoever they are for; decided by settings alone. */
public interface Channels {

    Mono<List<State>> all(WorkspaceId workspace);

    /**
     * One channel.
     *
     * @param server whether something is set up that takes its messages
     * @param catcher whether that only catches them
     * @param sender of messages that name none
     * @param transactional why transactional messages are held; none: they go out
     * @param marketing the same of marketing, to contacts who agreed to it
     */
    record State(
            Channel channel,
            boolean server,
            boolean catcher,
            @Nullable String sender,
            List<Reason> transactional,
            List<Reason> marketing) {

        public State {
            transactional = List.copyOf(transactional);
            marketing = List.copyOf(marketing);
        }
    }
}
