package io.usher.engine.block;

import static io.usher.engine.platform.words.English.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.order.Order;
import io.usher.engine.order.Orders;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.JourneyMemory;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.spi.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class GetOrderTest {

    private final GetOrder block = new GetOrder(new OneOrder());

    @Test
    void shouldFindTheOrderByKeyByParamAndAsTheLatest() {
        var found = new Outcome.GoOn(said("Order 1001 (INITIALIZED, 2 items, 480 SEK)"), JourneyMemory.ofOrder("1001"));

        assertThat(InWords.of(block.run(FakeVisit.of(Map.of("by", "key"))))).isEqualTo(found);
        assertThat(InWords.of(block.run(FakeVisit.of(Map.of("by", "latest"))))).isEqualTo(found);
        assertThat(InWords.of(block.run(FakeVisit.of(Map.of("by", "param", "param", "orderNo"))
                        .withEvent(null, Map.of("OrderNo", 1001L)))))
                .isEqualTo(found);
    }

    @Test
    void shouldWaitForAnOrderThatComesLaterAndLookLessOftenWithTime() {
        var visit = FakeVisit.of(Map.of("by", "key")).withEvent("77", Map.of());

        assertThat(InWords.of(block.run(visit))).isEqualTo(notYet(1));
        assertThat(InWords.of(block.run(visit.after(Duration.ofSeconds(40))))).isEqualTo(notYet(10));
        assertThat(InWords.of(block.run(visit.after(Duration.ofMinutes(8))))).isEqualTo(notYet(60));
        assertThat(InWords.of(block.run(visit.after(Duration.ofSeconds(595))))).isEqualTo(notYet(5));
    }

    @Test
    void shouldGoOnOrEndWhenTheTimeIsOver() {
        var visit = FakeVisit.of(Map.of("by", "key", "waitMinutes", 1L))
                .withEvent("77", Map.of())
                .after(Duration.ofMinutes(1));
        var ending = FakeVisit.of(Map.of("by", "key", "waitMinutes", 0L, "whenMissing", "end"))
                .withEvent("77", Map.of());

        assertThat(InWords.of(block.run(visit))).isEqualTo(new Outcome.GoOn(said("There is no order \"77\", went on")));
        assertThat(InWords.of(block.run(ending)))
                .isEqualTo(new Outcome.End(said("There is no order \"77\", the journey ends")));
    }

    @Test
    void shouldNotWaitWhenTheEventNamesNoOrder() {
        assertThat(InWords.of(block.run(FakeVisit.of(Map.of("by", "key")).withEvent(null, Map.of()))))
                .isEqualTo(new Outcome.GoOn(said("The event has no order number, went on")));
    }

    private static Outcome notYet(int seconds) {
        return new Outcome.NotYet(said("There is no order \"77\" yet"), Duration.ofSeconds(seconds));
    }

    private record OneOrder() implements Orders {

        @Override
        public Mono<Order> find(WorkspaceId workspace, String externalOrderId) {
            return externalOrderId.equals("1001") ? Mono.just(order(workspace)) : Mono.empty();
        }

        @Override
        public Mono<Order> latest(WorkspaceId workspace, ContactId contact) {
            return Mono.just(order(workspace));
        }

        private static Order order(WorkspaceId workspace) {
            var content = new Params(Map.of(
                    "items", List.of(Map.of(), Map.of()), "totalCost", new BigDecimal("480"), "currency", "SEK"));
            return new Order("1001", workspace, null, "INITIALIZED", Instant.EPOCH, content, Instant.EPOCH);
        }
    }
}
