package io.usher.engine.order.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.order.Order;
import io.usher.engine.order.internal.OrderStore.Saved;
import io.usher.engine.order.internal.Pending.Tries;
import io.usher.engine.platform.async.Async;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every store of orders must do. Status events are due in a far time, so that no running engine makes them. */
public abstract class OrderStoreContract {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00.123Z");
    private static final Instant NEXT = Instant.parse("2100-01-01T12:00:00Z");
    private static final int ALL = 1_000;

    private final WorkspaceId shop = new WorkspaceId("w" + Ids.random());
    private final ContactId ada = new ContactId(Ids.random());

    protected abstract OrderStore store();

    @Test
    void shouldGiveBackAnOrderAsItWasPostedWithTheEventOfItsStatus() {
        var order = order("o", "INITIALIZED", NOON);
        var pending = pending(order);

        assertThat(save(order, pending)).isEqualTo(Saved.NEW_STATUS);

        assertThat(find("o")).isEqualTo(order);
        assertThat(notMade("o")).containsExactly(pending);
        assertThat(find("another")).isNull();
        assertThat(notMade("another")).isEmpty();
    }

    @Test
    void shouldMakeNoSecondEventOfAStatusThatTheOrderHadBefore() {
        save(order("o", "INITIALIZED", NOON));
        save(order("o", "DELIVERED", NOON.plusSeconds(1)));

        var again = order("o", "INITIALIZED", NOON.plusSeconds(2));
        assertThat(save(again)).isEqualTo(Saved.KNOWN_STATUS);

        assertThat(find("o")).isEqualTo(again);
        assertThat(notMade("o")).extracting(Pending::status).containsExactly("INITIALIZED", "DELIVERED");
    }

    @Test
    void shouldLeaveALaterPostAsItIs() {
        var later = order("o", "INITIALIZED", NOON);
        save(later);

        assertThat(save(order("o", "DELIVERED", NOON.minusSeconds(1)), "INITIALIZED"))
                .isEqualTo(Saved.OUTDATED);
        assertThat(save(order("o", "INITIALIZED", NOON.minusSeconds(1)), "INITIALIZED"))
                .isEqualTo(Saved.OUTDATED);

        assertThat(find("o")).isEqualTo(later);
        assertThat(notMade("o")).hasSize(1);
    }

    @Test
    void shouldLetTheOrderOfStatusesDecideWithinOneMoment() {
        save(order("o", "DELIVERED", NOON));

        assertThat(save(order("o", "INITIALIZED", NOON))).isEqualTo(Saved.OUTDATED);
        assertThat(save(order("o", "DELIVERED", NOON))).isEqualTo(Saved.KNOWN_STATUS);
        assertThat(save(order("o", "CANCELLED", NOON), "INITIALIZED", "DELIVERED"))
                .isEqualTo(Saved.NEW_STATUS);

        assertThat(find("o").status()).isEqualTo("CANCELLED");
    }

    @Test
    void shouldKeepTheContactWhenALaterPostNamesNobody() {
        save(order("o", "INITIALIZED", NOON));

        save(new Order("o", shop, null, "DELIVERED", NOON.plusSeconds(1), Params.EMPTY, NOON));

        assertThat(find("o").contact()).isEqualTo(ada);
    }

    @Test
    void shouldGiveTheEventsWhoseTimeHasComeAndNoParkedOne() {
        var first = saved("first");
        var second = saved("second");
        var parked = saved("parked");
        failed(second, new Tries(1, NEXT.plusSeconds(60), "away"));
        failed(parked, new Tries(1, null, "seat is required"));

        assertThat(due(NEXT.minusMillis(1))).isEmpty();
        assertThat(due(NEXT)).containsExactly(first);
        assertThat(due(NEXT.plusSeconds(60))).extracting(Pending::event).containsOnly(first.event(), second.event());
        assertThat(notMade("parked"))
                .extracting(Pending::tries)
                .containsExactly(new Tries(1, null, "seat is required"));
    }

    @Test
    void shouldForgetAnEventThatWasMadeAndNoOther() {
        var first = pending(order("o", "INITIALIZED", NOON));
        save(order("o", "INITIALIZED", NOON), first);
        save(order("o", "DELIVERED", NOON.plusSeconds(1)));

        Async.await(store().done(first));
        Async.await(store().done(first));

        assertThat(notMade("o")).extracting(Pending::status).containsExactly("DELIVERED");
    }

    @Test
    void shouldNotBringBackAnEventThatWasMadeWhenATryOfItFails() {
        var made = saved("o");
        Async.await(store().done(made));

        failed(made, new Tries(1, NEXT, "away"));

        assertThat(notMade("o")).isEmpty();
        assertThat(due(NEXT)).isEmpty();
    }

    @Test
    void shouldPageTheOrdersOfAContactTheLatestFirst() {
        var first = order("a", "INITIALIZED", NOON);
        var second = order("b", "INITIALIZED", NOON.plusSeconds(1));
        var third = order("c", "INITIALIZED", NOON.plusSeconds(1));
        List.of(second, first, third).forEach(this::save);
        save(new Order("d", shop, new ContactId(Ids.random()), "INITIALIZED", NOON, Params.EMPTY, NOON));

        var page = Async.value(store().list(shop, ada, new PageRequest(null, 2)));
        assertThat(page.items()).containsExactly(third, second);
        var rest = Async.value(store().list(shop, ada, new PageRequest(page.next(), 2)));
        assertThat(rest.items()).containsExactly(first);
        assertThat(rest.next()).isNull();
        assertThat(Async.await(store().latest(shop, ada))).isEqualTo(third);
        assertThat(Async.await(store().latest(shop, new ContactId(Ids.random()))))
                .isNull();
    }

    private Order order(String id, String status, Instant date) {
        return new Order(id, shop, ada, status, date, new Params(Map.of("hall", "A", "seats", 2L)), NOON);
    }

    private Pending pending(Order order) {
        var event = new EventId(Ids.random());
        var tries = new Tries(0, NEXT, null);
        return new Pending(
                shop, order.externalOrderId(), event, order.status(), order.content(), order.date(), false, tries);
    }

    private Pending saved(String id) {
        var order = order(id, "INITIALIZED", NOON);
        var pending = pending(order);
        save(order, pending);
        return pending;
    }

    private Saved save(Order order, String... before) {
        return Async.value(store().save(order, List.of(before), pending(order)));
    }

    private Saved save(Order order, Pending pending) {
        return Async.value(store().save(order, List.of(), pending));
    }

    private void failed(Pending pending, Tries tries) {
        Async.await(store().failed(pending, tries));
    }

    private List<Pending> due(Instant now) {
        return Async.value(store().due(now, ALL)).stream()
                .filter(each -> each.workspace().equals(shop))
                .toList();
    }

    private List<Pending> notMade(String id) {
        return Async.value(store().notMade(shop, id));
    }

    private Order find(String id) {
        return Async.await(store().find(shop, id));
    }
}
