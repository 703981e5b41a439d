package io.usher.engine.journey.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.usher.engine.account.Caller;
import io.usher.engine.account.Needs;
import io.usher.engine.account.Right;
import io.usher.engine.contact.ContactSearch;
import io.usher.engine.journey.Journey.State;
import io.usher.engine.journey.Journeys;
import io.usher.engine.journey.Journeys.Query;
import io.usher.engine.platform.web.FoundPage;
import io.usher.engine.platform.words.Wording;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.WorkflowId;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code /api/v1/journeys}. */
@RestController
@RequestMapping("/api/v1/journeys")
@Tag(name = "Journeys")
class JourneyController {

    private final Journeys journeys;
    private final ContactSearch contacts;
    private final JourneyRows rows;

    JourneyController(Journeys journeys, ContactSearch contacts, JourneyRows rows) {
        this.journeys = journeys;
        this.contacts = contacts;
        this.rows = rows;
    }

    @Needs(Right.JOURNEY_READ)
    @GetMapping
    @Operation(
            summary = "Journeys, newest first",
            description =
                    "`contactStartsWith` finds those of the contacts with an address, number, id or name that begins so.")
    Mono<FoundPage<JourneyRow>> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String contact,
            @RequestParam(required = false) @Nullable String contactStartsWith,
            @RequestParam(required = false) @Nullable String workflow,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Wording wording) {
        var ofWorkflow = workflow == null ? null : workflow(workflow);
        var states = states(state);
        var request = PageRequest.of(cursor, limit);
        return contacts.choose(caller.workspace(), contact == null ? null : contact(contact), contactStartsWith)
                .flatMap(choice -> journeys.list(
                                caller.workspace(), new Query(choice.contacts(), ofWorkflow, states), request)
                        .flatMap(page -> rows.of(caller.workspace(), page, wording))
                        .map(page -> FoundPage.of(page, choice.tooMany())));
    }

    @Needs(Right.JOURNEY_READ)
    @GetMapping("/{id}")
    @Operation(summary = "One journey with its trail")
    Mono<JourneyDetail> find(@AuthenticationPrincipal Caller caller, @PathVariable String id, Wording wording) {
        return journeys.trail(caller.workspace(), journey(id)).flatMap(found -> rows.of(found, wording));
    }

    @Needs(Right.JOURNEY_STOP)
    @PostMapping("/{id}/stop")
    @Operation(summary = "End it now; 409 when it has ended")
    Mono<JourneyRow> stop(@AuthenticationPrincipal Caller caller, @PathVariable String id, Wording wording) {
        return journeys.stop(caller.workspace(), journey(id), caller.named()).flatMap(found -> rows.of(found, wording));
    }

    @Needs(Right.JOURNEY_REPAIR)
    @PostMapping("/{id}/retry")
    @Operation(summary = "Try the block again where it is parked; 409 when it is not")
    Mono<JourneyRow> retry(@AuthenticationPrincipal Caller caller, @PathVariable String id, Wording wording) {
        return journeys.retry(caller.workspace(), journey(id), caller.named())
                .flatMap(found -> rows.of(found, wording));
    }

    @Needs(Right.JOURNEY_REPAIR)
    @PostMapping("/{id}/skip")
    @Operation(summary = "Leave out the block where it is parked; 409 when that is not possible")
    Mono<JourneyRow> skip(@AuthenticationPrincipal Caller caller, @PathVariable String id, Wording wording) {
        return journeys.skip(caller.workspace(), journey(id), caller.named()).flatMap(found -> rows.of(found, wording));
    }

    private static Set<State> states(@Nullable String state) {
        return switch (state) {
            case null -> Set.of();
            case "running" -> EnumSet.of(State.STARTING, State.RUNNING);
            case "failed" -> EnumSet.of(State.FAILED);
            case "finished" -> EnumSet.of(State.FINISHED);
            case "stopped" -> EnumSet.of(State.STOPPED);
            default -> throw Problems.invalid("state", "choice", "state must be running, failed, finished or stopped");
        };
    }

    private static JourneyId journey(String id) {
        return new JourneyId(id);
    }

    private static ContactId contact(String id) {
        if (id.isBlank()) {
            throw Problems.invalid("contact", "size", "contact must not be empty");
        }
        return new ContactId(id);
    }

    private static WorkflowId workflow(String id) {
        if (id.isBlank()) {
            throw Problems.invalid("workflow", "size", "workflow must not be empty");
        }
        return new WorkflowId(id);
    }
}
