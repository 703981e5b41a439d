package io.usher.designer.messages;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message as the engine answers it; content and history only where one message is asked for. */
public record Message(
        String id,
        String state,
        Reason reason,
        Instant since,
        String channel,
        String kind,
        String to,
        @Nullable String from,
        @Nullable String fromName,
        String subject,
        @Nullable String html,
        @Nullable String text,
        Instant createdAt,
        int attempts,
        String contactId,
        String journeyId,
        String workflowId,
        String workflowName,
        int version,
        @Nullable List<Change> history) {

    /** The address, or the contact's id where it has none. */
    String whom() {
        return to.isBlank() ? contactId : to;
    }

    /** Why it is in its state. */
    public record Reason(String code, String text) {}

    /** One change of state. */
    public record Change(Instant at, String state, Reason reason) {}
}
