package io.usher.engine.message;

import io.usher.connectors.channel.Content;
import io.usher.engine.contact.Channel;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.Keyed;
import io.usher.engine.shared.MessageId;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import java.util.Arrays;

/** A rendered message for the outbox; its id is derived from the visit that made it, its content says the channel. */
public record NewMessage(
        MessageId id, WorkspaceId workspace, Kind kind, ContactId contact, Origin origin, String to, Content content) {

    /** The id of the one message of a visit, from the visit's key. */
    public static MessageId idOf(String visitKey) {
        return new MessageId(Ids.derived("message", visitKey));
    }

    public Channel channel() {
        return channel(content.channel());
    }

    /** The channel of this key. */
    public static Channel channel(String key) {
        return Arrays.stream(Channel.values())
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Unknown channel " + key));
    }

    /** Marketing needs consent; transactional does not. */
    public enum Kind implements Keyed {
        TRANSACTIONAL("transactional"),
        MARKETING("marketing");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        @Override
        public String key() {
            return key;
        }
    }

    /** Where it comes from: journey, its workflow and version, block and pass. */
    public record Origin(
            JourneyId journey, WorkflowId workflow, String workflowName, int version, String block, int pass) {}
}
