package io.usher.engine.block;

import static io.usher.engine.platform.words.English.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.audience.Segment;
import io.usher.engine.audience.Segments;
import io.usher.engine.shared.Actor;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.spi.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class SegmentBlocksTest {

    private static final FakeVisit VISIT = FakeVisit.of(Map.of("segment", "buyers"));

    private final Buyers buyers = new Buyers();
    private final SegmentAdd add = new SegmentAdd(buyers);
    private final SegmentRemove remove = new SegmentRemove(buyers);

    @Test
    void shouldAddTheContact() {
        assertThat(InWords.of(add.run(VISIT))).isEqualTo(new Outcome.GoOn(said("Segment Buyers: added")));

        assertThat(buyers.since).containsOnlyKeys(VISIT.contact());
    }

    @Test
    void shouldSayAddedAgainWhenTheSameVisitIsRetried() {
        add.run(VISIT);

        assertThat(InWords.of(add.run(VISIT.after(Duration.ofSeconds(30)))))
                .isEqualTo(new Outcome.GoOn(said("Segment Buyers: added")));
    }

    @Test
    void shouldSayThatTheContactWasInBefore() {
        buyers.since.put(VISIT.contact(), FakeVisit.ARRIVED.minusSeconds(1));

        assertThat(InWords.of(add.run(VISIT))).isEqualTo(new Outcome.GoOn(said("Segment Buyers: already in")));
    }

    @Test
    void shouldRemoveTheContactAndSayWhenItWasNotIn() {
        buyers.since.put(VISIT.contact(), FakeVisit.ARRIVED);

        assertThat(InWords.of(remove.run(VISIT))).isEqualTo(new Outcome.GoOn(said("Segment Buyers: removed")));
        assertThat(buyers.since).isEmpty();
        assertThat(InWords.of(remove.run(VISIT))).isEqualTo(new Outcome.GoOn(said("Segment Buyers: already out")));
    }

    @Test
    void shouldParkTheJourneyWhenTheSegmentIsGone() {
        var gone = FakeVisit.of(Map.of("segment", "gone"));
        var expected = new Outcome.Failed(Reason.told("no-segment", "There is no segment \"gone\""));

        assertThat(InWords.of(add.run(gone))).isEqualTo(expected);
        assertThat(InWords.of(remove.run(gone))).isEqualTo(expected);
    }

    /** One segment and since when each member is in it. */
    private static final class Buyers implements Segments {

        private final Map<ContactId, Instant> since = new HashMap<>();

        @Override
        public Mono<Segment> find(WorkspaceId workspace, String key) {
            return key.equals("buyers")
                    ? Mono.just(new Segment(key, workspace, "Buyers", Instant.EPOCH))
                    : Mono.empty();
        }

        @Override
        public Mono<List<Segment>> findAll(WorkspaceId workspace, Collection<String> keys) {
            return Mono.error(new AssertionError());
        }

        @Override
        public Mono<Boolean> make(Segment segment, Actor actor) {
            return Mono.error(new AssertionError());
        }

        @Override
        public Mono<Boolean> add(WorkspaceId workspace, String key, ContactId contact, String source) {
            return Mono.just(since.putIfAbsent(contact, FakeVisit.ARRIVED) == null);
        }

        @Override
        public Mono<Boolean> remove(WorkspaceId workspace, String key, ContactId contact) {
            return Mono.just(since.remove(contact) != null);
        }

        @Override
        public Mono<Optional<Instant>> memberSince(WorkspaceId workspace, String key, ContactId contact) {
            return Mono.just(Optional.ofNullable(since.get(contact)));
        }
    }
}
