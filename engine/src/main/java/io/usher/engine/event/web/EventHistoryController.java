package io.usher.engine.event.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.usher.engine.account.Caller;
import io.usher.engine.account.Needs;
import io.usher.engine.account.Right;
import io.usher.engine.event.DispatchQueue;
import io.usher.engine.event.Event;
import io.usher.engine.event.Events;
import io.usher.engine.event.internal.EventKeys;
import io.usher.engine.platform.web.Cursors;
import io.usher.engine.platform.web.FoundPage;
import io.usher.engine.platform.words.Wording;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.TimeWindow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/events")
@Tag(name = "Events")
class EventHistoryController {

    private static final Duration OVERLAP = Duration.ofSeconds(10);

    private final Events events;
    private final DispatchQueue queue;
    private final EventFilters filters;
    private final EventRows rows;
    private final Clock clock;

    EventHistoryController(Events events, DispatchQueue queue, EventFilters filters, EventRows rows, Clock clock) {
        this.events = events;
        this.queue = queue;
        this.filters = filters;
        this.rows = rows;
        this.clock = clock;
    }

    /** {@code since} is for the next look at what is new. */
    record ListAnswer(
            List<EventRow> items,
            @Nullable String next,
            String since,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = FoundPage.TOO_MANY) @Nullable
            Boolean tooMany) {}

    @Needs(Right.EVENT_READ)
    @GetMapping
    @Operation(
            summary = "The history of events, newest first; those of one millisecond in the order of acceptance",
            description = "`since` (from an earlier answer) gives what came after it, overlapping the last 10 seconds: "
                    + "join rows by id. from is inclusive, to exclusive; both are about the time of acceptance. "
                    + "`contact` is a contact's id. `keyStartsWith` finds a key, `contactStartsWith` an address, number, id or name that begins so, in "
                    + "either case.")
    Mono<ListAnswer> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String keyStartsWith,
            @RequestParam(required = false) @Nullable String contact,
            @RequestParam(required = false) @Nullable String contactStartsWith,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Wording wording) {
        var now = clock.instant();
        var typed = new EventFilters.Typed(type, key, keyStartsWith, contact, contactStartsWith);
        var request = PageRequest.of(cursor, limit);
        return filters.read(caller.workspace(), typed, new TimeWindow(later(from, since), to))
                .flatMap(chosen -> events.list(caller.workspace(), chosen.query(), request)
                        .flatMap(page -> answer(caller, page, now, chosen.tooMany(), wording)));
    }

    private Mono<ListAnswer> answer(Caller caller, Page<Event> page, Instant now, boolean tooMany, Wording wording) {
        return rows.of(caller.workspace(), page.items(), wording)
                .map(items ->
                        new ListAnswer(items, page.next(), Cursors.encode(now.toEpochMilli()), tooMany ? true : null));
    }

    private static @Nullable Instant later(@Nullable Instant from, @Nullable String since) {
        if (since == null || since.isBlank()) {
            return from;
        }
        var seen = Instant.ofEpochMilli(Cursors.decode(since, 1).number(0)).minus(OVERLAP);
        return from != null && from.isAfter(seen) ? from : seen;
    }

    @Needs(Right.EVENT_READ)
    @GetMapping("/{id}")
    @Operation(summary = "One event with its params and decisions")
    Mono<EventAnswer> find(@AuthenticationPrincipal Caller caller, @PathVariable String id, Wording wording) {
        return events.find(caller.workspace(), EventKeys.checkId("id", id))
                .flatMap(event -> rows.of(event, wording))
                .switchIfEmpty(Mono.error(() -> Problems.notFound("event", id)));
    }

    @Needs(Right.EVENT_REPAIR)
    @PostMapping("/{id}/send-again")
    @Operation(summary = "Put a parked event back into the queue")
    Mono<EventAnswer> sendAgain(@AuthenticationPrincipal Caller caller, @PathVariable String id, Wording wording) {
        var event = EventKeys.checkId("id", id);
        var audit = AuditEntry.of(
                caller.workspace(), clock.instant(), caller.actor(), "event.sent-again", event.value(), Map.of());
        return queue.sendAgain(caller.workspace(), event, audit).flatMap(again -> rows.of(again, wording));
    }
}
