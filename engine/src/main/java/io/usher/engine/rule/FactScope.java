package io.usher.engine.rule;

import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.JourneyMemory;
import io.usher.engine.shared.WorkspaceId;
import org.jspecify.annotations.Nullable;

/**
 * Whose facts are meant. {@code event}, {@code start} and {@code memory} are given, every other root is loaded by its {@link FactSource}.
 * In the filter of a link {@code event} is the event being judged; in conditions and templates both are the start event.
 */
public record FactScope(
        WorkspaceId workspace,
        @Nullable ContactId contact,
        JourneyMemory memory,
        @Nullable JourneyId journey,
        EventFacts event,
        @Nullable EventFacts start) {}
