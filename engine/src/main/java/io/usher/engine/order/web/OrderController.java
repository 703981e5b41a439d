package io.usher.engine.order.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.usher.engine.account.Caller;
import io.usher.engine.account.Needs;
import io.usher.engine.account.Right;
import io.usher.engine.order.Order;
import io.usher.engine.order.Orders;
import io.usher.engine.order.internal.OrderService;
import io.usher.engine.order.internal.OrderService.Outcome;
import io.usher.engine.order.internal.OrderStore;
import io.usher.engine.order.internal.Pending;
import io.usher.engine.order.internal.StatusEvents;
import io.usher.engine.platform.json.JsonValues;
import io.usher.engine.platform.web.BodyLimit;
import io.usher.engine.platform.web.ProblemBody;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/orders")
@Tag(name = "Orders")
class OrderController {

    private final OrderService service;
    private final Orders orders;
    private final OrderStore store;
    private final StatusEvents statusEvents;

    OrderController(OrderService service, Orders orders, OrderStore store, StatusEvents statusEvents) {
        this.service = service;
        this.orders = orders;
        this.store = store;
        this.statusEvents = statusEvents;
    }

    record EventAnswer(String id) {}

    /** One order's answer: event is null when the status was known already, or a later state of the order is here. */
    record ItemAnswer(
            @Nullable String externalOrderId,
            @Nullable String status,
            @Nullable EventAnswer event,
            List<String> warnings,
            @Nullable ProblemBody problem) {

        static ItemAnswer of(Outcome outcome) {
            var event = outcome.event();
            var problem = outcome.problem();
            return new ItemAnswer(
                    outcome.externalOrderId(),
                    outcome.status(),
                    event == null ? null : new EventAnswer(event.value()),
                    outcome.warnings(),
                    problem == null ? null : ProblemBody.of(problem, Ids.random()));
        }
    }

    record Answer(long accepted, List<ItemAnswer> results) {

        static Answer of(List<Outcome> outcomes) {
            return new Answer(
                    outcomes.stream().filter(each -> each.problem() == null).count(),
                    outcomes.stream().map(ItemAnswer::of).toList());
        }
    }

    @Needs(Right.ORDER_SEND)
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Send 1 to 1,000 orders; each new status of an order makes one event order<STATUS>",
            description =
                    "{orders: [{externalOrderId, status, date, totalCost, email / phone / externalCustomerId, items?, "
                            + "..}]}. Unknown fields are kept. history: true keeps the order and starts nothing. "
                            + "`date` is the time of this state of the order: a post with an earlier date than the one that "
                            + "stands makes no event and changes nothing. Where a shop sends the same date for every "
                            + "status, the status further along is the later one (ABANDONED_SHOPPING_CART and INITIALIZED, "
                            + "then IN_PROGRESS, then DELIVERED and CANCELLED), of those side by side the one that arrives "
                            + "later, and a status that the order had before changes nothing. The same status again with "
                            + "the same or a later date corrects the order's fields and makes no event. What an order says "
                            + "about consent is said at its date; a yes with a status after INITIALIZED repeats the checkout's tick and never "
                            + "outweighs a refusal. "
                            + "Each order has its own result: one that is refused, for its fields, its depth (20 levels) or "
                            + "a number or text that cannot be kept, has a problem and keeps no other from being taken.")
    Mono<Answer> take(@AuthenticationPrincipal Caller caller, ServerHttpRequest request) {
        return BodyLimit.BATCH
                .read(request)
                .map(OrderController::orders)
                .flatMap(orders -> service.take(caller.workspace(), orders))
                .map(Answer::of);
    }

    private static List<JsonValues.Element> orders(byte[] body) {
        var orders = JsonValues.array(body, "orders");
        if (orders == null) {
            throw Problems.invalid("orders", "required", "orders is not a list");
        }
        if (orders.isEmpty() || orders.size() > OrderService.MAX_ORDERS) {
            throw Problems.invalid("orders", "size", "orders holds 1 to " + OrderService.MAX_ORDERS + " orders");
        }
        return orders;
    }

    @Needs(Right.ORDER_READ)
    @GetMapping("/{externalOrderId}")
    @Operation(
            summary = "The order as it was sent last",
            description =
                    "statusEvents lists events of its statuses that are not made yet: state waiting (nextTry says "
                            + "when) or parked, with the reason.")
    Mono<Map<String, @Nullable Object>> find(
            @AuthenticationPrincipal Caller caller, @PathVariable String externalOrderId) {
        return existing(caller, externalOrderId)
                .flatMap(order -> store.notMade(order.workspace(), order.externalOrderId())
                        .map(pending -> whole(order, pending)));
    }

    @Needs(Right.ORDER_REPAIR)
    @PostMapping("/{externalOrderId}/send-again")
    @Operation(
            summary = "Make the order's parked events now; 409 when none is parked",
            description =
                    "Answers 200 with the order also when an event could not be made this time. Look at statusEvents: an "
                            + "event that was made is no longer among them; one that is there with state parked was refused "
                            + "again, one with state waiting is tried again at nextTry, each with its reason.")
    Mono<Map<String, @Nullable Object>> sendAgain(
            @AuthenticationPrincipal Caller caller, @PathVariable String externalOrderId) {
        return existing(caller, externalOrderId)
                .flatMap(order -> statusEvents.sendAgain(order.workspace(), order.externalOrderId()))
                .then(Mono.defer(() -> find(caller, externalOrderId)));
    }

    private Mono<Order> existing(Caller caller, String externalOrderId) {
        return orders.find(caller.workspace(), externalOrderId)
                .switchIfEmpty(Mono.error(() -> Problems.notFound("order", externalOrderId)));
    }

    @Needs(Right.ORDER_READ)
    @GetMapping
    @Operation(summary = "Orders of a contact, latest date first")
    Mono<Page<Map<String, @Nullable Object>>> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam String contact,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        if (contact.isBlank()) {
            throw Problems.invalid("contact", "required", "contact is required");
        }
        return store.list(caller.workspace(), new ContactId(contact), PageRequest.of(cursor, limit))
                .map(page -> page.map(OrderController::answer));
    }

    private static Map<String, @Nullable Object> answer(Order order) {
        var answer = new LinkedHashMap<>(order.content().values());
        var contact = order.contact();
        answer.put("contactId", contact == null ? null : contact.value());
        answer.put("updatedAt", order.updatedAt());
        return answer;
    }

    private static Map<String, @Nullable Object> whole(Order order, List<Pending> notMade) {
        var answer = answer(order);
        answer.put(
                "statusEvents",
                notMade.stream().map(OrderController::statusEvent).toList());
        return answer;
    }

    private static Map<String, @Nullable Object> statusEvent(Pending pending) {
        var tries = pending.tries();
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("id", pending.event().value());
        answer.put("status", pending.status());
        answer.put("state", tries.parked() ? "parked" : "waiting");
        answer.put("tries", tries.count());
        answer.put("nextTry", tries.next());
        answer.put("reason", tries.failure());
        return answer;
    }
}
