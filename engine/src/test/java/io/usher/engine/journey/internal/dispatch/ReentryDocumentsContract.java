package io.usher.engine.journey.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.journey.internal.dispatch.ReentryDocuments.Row;
import io.usher.engine.platform.async.Async;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.Reason;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What the gate of re-entry may rely on: the decisions of one scope stand in a row. */
abstract class ReentryDocumentsContract {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00.123Z");

    private final String scope = Ids.random();

    abstract ReentryDocuments documents();

    @Test
    void shouldKnowNothingBeforeAnythingWasDecided() {
        assertThat(read()).isNull();
    }

    @Test
    void shouldGiveBackWhatWasDecided() {
        write(null, granted("e1", 1));
        assertThat(read()).isEqualTo(granted("e1", 1));

        write(granted("e1", 1), refused("e2", 2));
        assertThat(read()).isEqualTo(refused("e2", 2));
    }

    @Test
    void shouldRefuseASecondFirstDecision() {
        assertThat(write(null, granted("e1", 1))).isTrue();
        assertThat(write(null, granted("e2", 1))).isFalse();

        assertThat(read()).isEqualTo(granted("e1", 1));
    }

    @Test
    void shouldRefuseADecisionThatDoesNotKnowTheOneBefore() {
        write(null, granted("e1", 1));
        write(granted("e1", 1), refused("e2", 2));

        assertThat(write(granted("e1", 1), granted("e3", 2))).isFalse();
        assertThat(write(granted("e9", 3), granted("e3", 4))).isFalse();

        assertThat(read()).isEqualTo(refused("e2", 2));
    }

    @Test
    void shouldNotChangeWhatIsNotThere() {
        assertThat(write(granted("e1", 1), granted("e2", 2))).isFalse();
        assertThat(read()).isNull();
    }

    @Test
    void shouldLetOneOfManyDecideNext() {
        write(null, granted("e0", 1));

        var written = Async.all(Flux.range(1, 20)
                .flatMap(i -> documents().write(scope, granted("e0", 1), granted("e" + i, 2)), 20));

        assertThat(written).containsOnlyOnce(true);
    }

    @Test
    void shouldLetOneOfManyDecideFirst() {
        var written = Async.all(Flux.fromStream(IntStream.range(0, 20).boxed())
                .flatMap(i -> documents().write(scope, null, granted("e" + i, 1)), 20));

        assertThat(written).containsOnlyOnce(true);
    }

    private static Row granted(String event, long n) {
        return new Row(new EventId(event), null, NOON, n);
    }

    private static Row refused(String event, long n) {
        return new Row(new EventId(event), Reason.told("once", "Started before"), null, n);
    }

    private Row read() {
        return Async.await(documents().read(scope));
    }

    private boolean write(Row before, Row after) {
        return Async.value(documents().write(scope, before, after));
    }
}
