package io.usher.engine.message.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.usher.engine.account.Caller;
import io.usher.engine.account.Needs;
import io.usher.engine.account.Right;
import io.usher.engine.contact.ContactSearch;
import io.usher.engine.message.Message;
import io.usher.engine.message.MessageHistory;
import io.usher.engine.platform.web.FoundPage;
import io.usher.engine.platform.words.Wording;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.Keyed;
import io.usher.engine.shared.MessageId;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.WorkflowId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/messages")
@Tag(name = "Messages")
class MessageController {

    private static final int MAX_ID = 400;

    private final MessageHistory messages;
    private final ContactSearch contacts;

    MessageController(MessageHistory messages, ContactSearch contacts) {
        this.messages = messages;
        this.contacts = contacts;
    }

    record SendRequest(@Nullable Boolean mayArriveTwice) {}

    @Needs(Right.MESSAGE_READ)
    @GetMapping
    @Operation(
            summary = "Messages, newest first, without content",
            description =
                    "`contactStartsWith` finds those to the contacts with an address, number, id or name that begins so.")
    Mono<FoundPage<MessageAnswer>> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String contact,
            @RequestParam(required = false) @Nullable String contactStartsWith,
            @RequestParam(required = false) @Nullable String workflow,
            @RequestParam(required = false) @Nullable String journey,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Wording wording) {
        var ofWorkflow = id("workflow", workflow, WorkflowId::new);
        var ofJourney = id("journey", journey, JourneyId::new);
        var inState = state(state);
        var request = PageRequest.of(cursor, limit);
        return contacts.choose(caller.workspace(), id("contact", contact, ContactId::new), contactStartsWith)
                .flatMap(choice -> messages.list(
                                caller.workspace(),
                                new MessageHistory.Query(choice.contacts(), ofWorkflow, ofJourney, inState),
                                request)
                        .map(page -> FoundPage.of(
                                page.map(message -> MessageAnswer.row(message, wording)), choice.tooMany())));
    }

    @Needs(Right.MESSAGE_READ)
    @GetMapping("/{id}")
    @Operation(summary = "One message: exactly what is sent, and everything that became of it")
    Mono<MessageAnswer> one(@AuthenticationPrincipal Caller caller, @PathVariable String id, Wording wording) {
        return messages.find(caller.workspace(), messageId(id))
                .map(message -> MessageAnswer.whole(message, wording))
                .switchIfEmpty(Mono.error(() -> Problems.notFound("message", id)));
    }

    @Needs(Right.MESSAGE_SEND)
    @PostMapping("/{id}/send")
    @Operation(summary = "Send a held message now, or an uncertain one again", description = """
                    All rules are looked at again: a message that still cannot go out is held again with the reason. Messages held
                    for want of a mail server stay held when one is configured, until this call. An uncertain message may arrive
                    twice: say {"mayArriveTwice":true}. Any other state answers 409.""")
    Mono<MessageAnswer> send(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable SendRequest request,
            Wording wording) {
        boolean mayArriveTwice = request != null && Boolean.TRUE.equals(request.mayArriveTwice());
        return messages.sendAgain(caller.workspace(), messageId(id), mayArriveTwice, caller.named())
                .map(message -> MessageAnswer.whole(message, wording));
    }

    private static MessageId messageId(String id) {
        if (id.length() > MAX_ID) {
            throw Problems.notFound("message", id.substring(0, MAX_ID));
        }
        return new MessageId(id);
    }

    private static <T> @Nullable T id(String field, @Nullable String value, Function<String, T> type) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        if (value.length() > MAX_ID) {
            throw Problems.invalid(field, "size", field + " is too long");
        }
        return type.apply(value);
    }

    private static Message.@Nullable State state(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        return Keyed.read(Message.State.class, "state", value);
    }
}
