package io.usher.engine.event.internal;

import io.usher.engine.account.Workspaces;
import io.usher.engine.contact.Claim;
import io.usher.engine.contact.ConsentWord.When;
import io.usher.engine.contact.Identifiers;
import io.usher.engine.event.Accepted;
import io.usher.engine.event.EventType;
import io.usher.engine.event.NewEvent;
import io.usher.engine.event.internal.EventStore.Key;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.Problems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Takes events one by one from all connections and stores them in batches. An id that is just being stored is not stored
 * beside itself: whoever sends it meanwhile gets the same answer.
 */
@Component
public class Acceptance {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(15);
    private static final Batcher.Limits LIMITS =
            new Batcher.Limits(500, Duration.ofMillis(3), 4, 20_000, 128L << 20, TIME_LIMIT);
    private static final String DEFAULT_COUNTRY = "SE";

    private final Workspaces workspaces;
    private final Identifiers identifiers;
    private final RegisteredTypes types;
    private final Batcher<Prepared, Accepted> batcher;
    private final ConcurrentHashMap<Key, Mono<Accepted>> underWay = new ConcurrentHashMap<>();

    Acceptance(Workspaces workspaces, Identifiers identifiers, RegisteredTypes types, EventBatch batch) {
        this.workspaces = workspaces;
        this.identifiers = identifiers;
        this.types = types;
        this.batcher = new Batcher<>(LIMITS, Prepared::weight, batch::write, Schedulers.parallel());
    }

    /** What is to be accepted; {@code own}: the engine made it. */
    private record Sent(NewEvent event, List<String> warnings, boolean own) {}

    /** Takes a sender's event; {@code warnings} are kept with it and answered. */
    public Mono<Accepted> accept(NewEvent event, List<String> warnings) {
        return ready(event, warnings).flatMap(entered -> entered);
    }

    /** As {@code Events.accept}. */
    Mono<Accepted> acceptOwn(NewEvent event) {
        return ready(new Sent(event, List.of(), true)).flatMap(entered -> entered);
    }

    /**
     * What has to be looked up first, and then the event's acceptance; each has its time limit. Events whose acceptance is
     * subscribed to one after another take effect in this order (law 2), however long each lookup took.
     */
    public Mono<Mono<Accepted>> ready(NewEvent event, List<String> warnings) {
        return ready(new Sent(event, warnings, false));
    }

    private Mono<Mono<Accepted>> ready(Sent sent) {
        return plain(type(sent.event()).zipWith(country(sent.event())))
                .timeout(TIME_LIMIT, Mono.error(() -> Problems.unavailable("Not stored in time; send it again")))
                .map(found -> plain(Mono.defer(() -> enter(sent, found.getT1(), found.getT2()))));
    }

    private static <T> Mono<T> plain(Mono<T> step) {
        return step.onErrorMap(
                Failures::unavailable, e -> Problems.unavailable("The database does not answer; send it again"));
    }

    private Mono<Accepted> enter(Sent sent, EventType type, String country) {
        var id = sent.event().id();
        return id == null
                ? store(prepare(sent, new EventId(Ids.random()), type, country))
                : once(prepare(sent, id, type, country));
    }

    private Mono<Accepted> once(Prepared prepared) {
        return underWay.computeIfAbsent(
                prepared.storeKey(),
                each -> store(prepared).doFinally(end -> underWay.remove(each)).cache());
    }

    private Mono<Accepted> store(Prepared prepared) {
        return batcher.submit(prepared).doOnNext(accepted -> types.seen(prepared.event()));
    }

    private Mono<EventType> type(NewEvent event) {
        return types.known(event).switchIfEmpty(Mono.defer(() -> types.register(event)));
    }

    private Mono<String> country(NewEvent event) {
        return workspaces.find(event.workspace()).map(each -> each.country()).defaultIfEmpty(DEFAULT_COUNTRY);
    }

    private Prepared prepare(Sent sent, EventId id, EventType type, String country) {
        var event = sent.event();
        var applied = TypeRules.apply(type, event, sent.own());
        var read = identifiers.read(event.workspace(), country, event.params());
        var all = new ArrayList<>(sent.warnings());
        all.addAll(applied.warnings());
        all.addAll(read.warnings());
        return new Prepared(event, id, applied.key(), told(read.claim(), event, id), all);
    }

    /**
     * What an event says about consent is one word, however often it is told, and said when the event happened. An event of
     * an order tells what the order said already.
     */
    private static Claim told(Claim claim, NewEvent event, EventId id) {
        if (EventType.Category.ORDER.key().equals(event.category())) {
            return claim.withoutConsents();
        }
        var live = event.history() ? When.UNKNOWN : When.NOW;
        return claim.toldBy("event", id.value(), event.occurredAt() == null ? live : When.at(event.occurredAt()));
    }
}
