package io.usher.engine.message.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.usher.engine.message.Message;
import io.usher.engine.message.Message.Body;
import io.usher.engine.message.Message.Entry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message as the API shows it; {@code html}, {@code text} and {@code history} only where one message is asked for. */
@Schema(name = "Message")
record MessageAnswer(
        String id,

        @Schema(
                allowableValues = {
                    "waiting",
                    "held",
                    "handing-over",
                    "handed-over",
                    "refused",
                    "uncertain",
                    "dropped",
                    "withdrawn"
                })
        String state,

        Reason reason,

        @Schema(description = "Since when it is in this state")
        Instant since,

        @Schema(allowableValues = {"email", "sms"}) String channel,

        @Schema(allowableValues = {"transactional", "marketing"})
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
        String block,
        int pass,
        @Nullable List<Change> history) {

    /** Why it is in this state. */
    record Reason(@Schema(description = """
        waiting: stored, try-later, sent-again. held: no-unsubscribe-page, no-mail-server, no-sender-address,
        empty-subject (sent all the same when a person sends it again).
        dropped: no-consent, sample-address, no-address, bad-address. refused: refused, too-many-tries,
        bad-header, no-content. uncertain: no-answer, lease-ended, withdrawn. withdrawn: withdrawn.
        handing-over and handed-over: the same word.\
        """) String code, String text) {}

    /** One change of state. */
    record Change(Instant at, String state, Reason reason) {

        static Change of(Entry entry) {
            return new Change(entry.at(), entry.state().key(), new Reason(entry.code(), entry.text()));
        }
    }

    static MessageAnswer row(Message message) {
        return of(message, null, null);
    }

    static MessageAnswer whole(Message message) {
        return of(
                message,
                message.body(),
                message.history().stream().map(Change::of).toList());
    }

    private static MessageAnswer of(Message message, @Nullable Body body, @Nullable List<Change> history) {
        var entry = message.entry();
        var origin = message.origin();
        return new MessageAnswer(
                message.id().value(),
                entry.state().key(),
                new Reason(entry.code(), entry.text()),
                entry.at(),
                message.channel().key(),
                message.kind().key(),
                message.to(),
                message.from(),
                message.fromName(),
                message.subject(),
                body == null ? null : body.html(),
                body == null ? null : body.text(),
                message.createdAt(),
                message.attempts(),
                message.contact().value(),
                origin.journey().value(),
                origin.workflow().value(),
                origin.workflowName(),
                origin.version(),
                origin.block(),
                origin.pass(),
                history);
    }
}
