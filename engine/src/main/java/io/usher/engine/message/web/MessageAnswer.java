package io.usher.engine.message.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.usher.engine.message.Message;
import io.usher.engine.message.Message.Entry;
import io.usher.engine.platform.words.ReasonAnswer;
import io.usher.engine.platform.words.Wording;
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

        @Schema(description = """
        Why it is in this state. waiting: stored, try-later, database-away, sent-again. held: no-unsubscribe-page,
        no-mail-server, no-sender-address, unreadable-secret, empty-subject (sent all the same when a person sends it again).
        dropped: no-consent, sample-address, no-address, bad-address. refused: refused, too-many-tries,
        bad-header, no-content. uncertain: no-answer, lease-ended, withdrawn. withdrawn: withdrawn.
        handing-over and handed-over: the same word.\
        """) ReasonAnswer reason,

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

    /** One change of state. */
    record Change(Instant at, String state, ReasonAnswer reason) {

        static Change of(Entry entry, Wording wording) {
            return new Change(entry.at(), entry.state().key(), why(entry, wording));
        }
    }

    private static ReasonAnswer why(Entry entry, Wording wording) {
        var answer = ReasonAnswer.of(entry.reason(), wording);
        return new ReasonAnswer(answer.code(), answer.args(), entry.text(wording));
    }

    static MessageAnswer row(Message message, Wording wording) {
        return of(message, null, wording);
    }

    static MessageAnswer whole(Message message, Wording wording) {
        var history = message.history().stream()
                .map(entry -> Change.of(entry, wording))
                .toList();
        return of(message, history, wording);
    }

    private static MessageAnswer of(Message message, @Nullable List<Change> history, Wording wording) {
        var content = message.content();
        var entry = message.entry();
        var origin = message.origin();
        return new MessageAnswer(
                message.id().value(),
                entry.state().key(),
                why(entry, wording),
                entry.at(),
                message.channel().key(),
                message.kind().key(),
                message.to(),
                message.from(),
                message.fromName(),
                message.subject(),
                content == null ? null : content.html(),
                content == null ? null : content.text(),
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
