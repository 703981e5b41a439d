package io.usher.engine.message;

import io.usher.engine.contact.Channel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How messages leave the house, and what holds all of them whoever they are for; decided by its settings alone. */
public interface Channels {

    List<State> all();

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
            List<Hold> transactional,
            List<Hold> marketing) {

        public State {
            transactional = List.copyOf(transactional);
            marketing = List.copyOf(marketing);
        }
    }

    /** Why a message is held, as it stands with the message too. */
    record Hold(String code, String text) {}
}
