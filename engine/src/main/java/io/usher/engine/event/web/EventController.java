package io.usher.engine.event.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.usher.engine.account.Caller;
import io.usher.engine.account.Needs;
import io.usher.engine.account.Right;
import io.usher.engine.event.Accepted;
import io.usher.engine.event.internal.Acceptance;
import io.usher.engine.event.internal.BatchBody;
import io.usher.engine.event.internal.EventBody;
import io.usher.engine.platform.json.JsonValues;
import io.usher.engine.platform.web.BodyLimit;
import io.usher.engine.platform.web.ProblemBody;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.ProblemException;
import io.usher.engine.shared.Problems;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping({"/api/v1/event", "/api/v2/event"})
@Tag(name = "Events")
class EventController {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final Acceptance acceptance;
    private final Clock clock;

    EventController(Acceptance acceptance, Clock clock) {
        this.acceptance = acceptance;
        this.clock = clock;
    }

    record AcceptedAnswer(String id, @Nullable String contactId, List<String> warnings) {

        static AcceptedAnswer of(Accepted accepted) {
            var contact = accepted.contact();
            return new AcceptedAnswer(
                    accepted.id().value(), contact == null ? null : contact.value(), accepted.warnings());
        }
    }

    /** An item's answer: either id (with contact and warnings) or problem. */
    record ItemAnswer(
            @Nullable String id,
            @Nullable String contactId,
            @Nullable List<String> warnings,
            @Nullable ProblemBody problem) {

        static ItemAnswer of(Accepted accepted) {
            var answer = AcceptedAnswer.of(accepted);
            return new ItemAnswer(answer.id(), answer.contactId(), answer.warnings(), null);
        }

        static ItemAnswer of(@Nullable Throwable failure) {
            var problem = failure instanceof ProblemException known
                    ? known
                    : Problems.unavailable("This event could not be stored; send it again");
            return new ItemAnswer(null, null, null, ProblemBody.of(problem, Ids.random()));
        }
    }

    record BatchAnswer(long accepted, List<ItemAnswer> results) {

        static BatchAnswer of(List<ItemAnswer> results) {
            return new BatchAnswer(
                    results.stream().filter(each -> each.problem() == null).count(), results);
        }
    }

    @Needs(Right.EVENT_SEND)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Send an event",
            description =
                    "Body {eventTypeKey, keyValue?, id?, occurredAt?, history?, params: [{name, value}] or {..}}, "
                            + "at most 64 kB. 202 means: on disk, and taking effect exactly once. The same id again gets the "
                            + "same answer and has no second effect. keyValue is any text that can be seen, at most 300 "
                            + "characters. What the sender should know (an address that was not understood, a key that "
                            + "was trimmed) is answered under warnings and kept with the event. /api/v2 is the same call.")
    Mono<AcceptedAnswer> event(
            @AuthenticationPrincipal Caller caller,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String idempotencyKey,
            ServerHttpRequest request) {
        return BodyLimit.EVENT
                .read(request)
                .map(body -> read(caller, JsonValues.read(body), idempotencyKey))
                .flatMap(read -> acceptance.accept(read.event(), read.warnings()))
                .map(AcceptedAnswer::of);
    }

    @Needs(Right.EVENT_SEND)
    @PostMapping(path = "/batch", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Send up to 1,000 events as a JSON array; each item has an answer of its own")
    Mono<BatchAnswer> array(
            @AuthenticationPrincipal Caller caller,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String idempotencyKey,
            ServerHttpRequest request) {
        return BodyLimit.BATCH.read(request).map(BatchBody::array).flatMap(items -> all(caller, items, idempotencyKey));
    }

    @Needs(Right.EVENT_SEND)
    @PostMapping(path = "/batch", consumes = MediaType.APPLICATION_NDJSON_VALUE)
    @Operation(summary = "Send up to 1,000 events, one a line")
    Mono<BatchAnswer> lines(
            @AuthenticationPrincipal Caller caller,
            @RequestHeader(name = IDEMPOTENCY_KEY, required = false) @Nullable String idempotencyKey,
            ServerHttpRequest request) {
        return BodyLimit.BATCH.read(request).map(BatchBody::lines).flatMap(items -> all(caller, items, idempotencyKey));
    }

    /** All are looked up side by side and enter in their order: of one contact the first of the batch takes effect first. */
    private Mono<BatchAnswer> all(Caller caller, List<BatchBody.Item> items, @Nullable String idempotencyKey) {
        return Flux.fromStream(IntStream.range(0, items.size()).boxed())
                .flatMapSequential(
                        index -> one(
                                caller, items.get(index), idempotencyKey == null ? null : idempotencyKey + ":" + index),
                        BatchBody.MAX_ITEMS,
                        1)
                .flatMapSequential(entered -> entered, BatchBody.MAX_ITEMS, 1)
                .collectList()
                .map(BatchAnswer::of);
    }

    private Mono<Mono<ItemAnswer>> one(Caller caller, BatchBody.Item item, @Nullable String idempotencyKey) {
        var json = item.json();
        if (json == null) {
            return Mono.just(Mono.just(ItemAnswer.of(item.problem())));
        }
        return Mono.fromCallable(() -> read(caller, json, idempotencyKey))
                .flatMap(read -> acceptance.ready(read.event(), read.warnings()))
                .map(entered -> entered.map(ItemAnswer::of).onErrorResume(failure -> Mono.just(ItemAnswer.of(failure))))
                .onErrorResume(failure -> Mono.just(Mono.just(ItemAnswer.of(failure))));
    }

    private EventBody.Read read(Caller caller, JsonValues.Read json, @Nullable String idempotencyKey) {
        return EventBody.read(caller.workspace(), json, idempotencyKey, "API, " + caller.name(), clock.instant());
    }
}
