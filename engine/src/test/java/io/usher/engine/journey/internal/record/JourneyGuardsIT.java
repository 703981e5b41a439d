package io.usher.engine.journey.internal.record;

import static io.usher.engine.journey.TestBlocks.node;
import static io.usher.engine.platform.words.English.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.event.DispatchQueue;
import io.usher.engine.journey.Journey;
import io.usher.engine.journey.Journey.End;
import io.usher.engine.journey.Journey.Failure;
import io.usher.engine.journey.Journey.Place;
import io.usher.engine.journey.Journey.State;
import io.usher.engine.journey.JourneyEngines;
import io.usher.engine.journey.Journeys.Query;
import io.usher.engine.journey.TestBlocks.Begin;
import io.usher.engine.journey.TestJourneys;
import io.usher.engine.journey.TrailEntry;
import io.usher.engine.journey.TrailEntry.Result;
import io.usher.engine.journey.internal.record.JourneyRuns.Parking;
import io.usher.engine.journey.internal.record.RecordedVisit.Ahead;
import io.usher.engine.platform.async.Async;
import io.usher.engine.shared.Actor;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.JourneyMemory;
import io.usher.engine.shared.MemoryValue;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class JourneyGuardsIT {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final AuditEntry AUDIT =
            AuditEntry.of(new WorkspaceId("main"), NOW, Actor.system("test"), "journey.retried", "j", Map.of());
    private static JourneyEngines.Stored stored;

    private final Version version = TestJourneys.version(node("Start", new Begin()));

    @BeforeAll
    static void start() {
        stored = JourneyEngines.stored();
    }

    @AfterAll
    static void stop() {
        stored.close();
    }

    @Test
    void shouldReadWhatWasInserted() {
        // given, when
        var journey = inserted();

        // then
        assertThat(read(journey).journey()).isEqualTo(journey);
        Async.await(stored.dispatch().insert(journey));
        assertThat(read(journey).lines()).isZero();
    }

    @Test
    void shouldBeClaimedByOneOfManyEnginesUntilTheClaimEnds() {
        // given
        var journey = inserted();

        // when
        var claimed = Async.all(Flux.range(1, 16)
                .flatMap(engine -> stored.runs().claim(journey.id(), 1, claim("engine-" + engine, 10), NOW), 16));

        // then
        assertThat(claimed).filteredOn(each -> each).hasSize(1);
        assertThat(starting(journey).claim()).isNotNull();
        assertThat(claim(journey, 1, "late", 9)).isFalse();
        assertThat(claim(journey, 1, "late", 10)).isTrue();
        assertThat(claim(journey, 1, "late", 10)).as("again by the same").isTrue();
        assertThat(claim(journey, 2, "late", 30)).as("another run").isFalse();
    }

    @Test
    void shouldLoseItsClaimWithItsStartAndNeverGetOneLater() {
        var journey = inserted();
        assertThat(claim(journey, 1, "first", 0)).isTrue();
        assertThat(bind(journey, 1, 5)).isTrue();
        assertThat(claim(journey, 1, "first", 0)).as("bound").isFalse();

        // placed anew, it is anybody's
        assertThat(Async.value(
                        stored.runs().place(read(journey), new Resumption(null, null, progress("A"), null), AUDIT)))
                .isTrue();
        assertThat(starting(journey).claim()).isNull();
        assertThat(claim(journey, 1, "first", 0)).as("of the run before").isFalse();
        assertThat(claim(journey, 2, "second", 0)).isTrue();
    }

    @Test
    void shouldBeStartedByWhoHasItsLane() {
        var journey = inserted();
        int lane = DispatchQueue.lane(journey.contact());
        assertThat(starts(Set.of(lane))).contains(journey.id());
        assertThat(starts(Set.of((lane + 1) % DispatchQueue.LANES))).doesNotContain(journey.id());
    }

    @Test
    void shouldFindJourneysOfAVersionThatKnewNoLanesInTheFirst() {
        var journey = inserted();
        stored.forgetLane(journey);
        int lane = DispatchQueue.lane(journey.contact());
        assertThat(starts(Set.of(0, 1))).contains(journey.id());
        assertThat(starts(lane == 0 ? Set.of(1) : Set.of(lane))).doesNotContain(journey.id());
    }

    @Test
    void shouldKeepWhatAVisitHandsOnInTheUpdateOfItsVisit() {
        // given
        var journey = bound(11);
        var memory = new JourneyMemory(Map.of(
                "order", new MemoryValue.Text("1001"),
                "price", new MemoryValue.Decimal(new BigDecimal("12.50")),
                "vip", new MemoryValue.YesNo(true),
                "showAt", new MemoryValue.Moment(NOW),
                "performances", new MemoryValue.IdList(List.of("p1", "p2"))));
        var job = job(journey, 1, 11, 101);

        // when
        var progress = new Progress(List.of(line("A")), Map.of("A", 1), null, memory, null);
        var visit = new RecordedVisit(job.key(), Ahead.NOTHING, false);
        assertThat(Async.value(stored.runs().record(read(journey), job, visit, progress)))
                .isTrue();

        // then
        assertThat(read(journey).journey().memory()).isEqualTo(memory);
        assertThat(read(journey).visit(job.key())).isPresent();
    }

    @Test
    void shouldRememberNothingOfAVisitThatCameTooLate() {
        // given
        var journey = bound(11);
        Async.await(stored.dispatch().stop(journey.id(), end("stop-1"), false));
        var job = job(journey, 1, 11, 101);

        // when
        var progress = new Progress(List.of(line("A")), Map.of("A", 1), null, JourneyMemory.ofOrder("1001"), null);
        var visit = new RecordedVisit(job.key(), Ahead.NOTHING, false);
        assertThat(Async.value(stored.runs().record(read(journey), job, visit, progress)))
                .isFalse();

        // then
        assertThat(read(journey).journey().memory()).isEqualTo(JourneyMemory.EMPTY);
    }

    @Test
    void shouldKnowTheOrderOfAJourneyOfBeforeThereWasAMemory() {
        // given
        var journey = bound(11);
        var job = job(journey, 1, 11, 101);

        // when
        stored.rememberFormerOrder(journey, "1001");

        // then
        assertThat(read(journey).journey().memory()).isEqualTo(JourneyMemory.ofOrder("1001"));

        // and an engine of that version beside may find another one after this engine did
        var progress = new Progress(List.of(line("A")), Map.of("A", 1), null, JourneyMemory.ofOrder("1002"), null);
        Async.await(
                stored.runs().record(read(journey), job, new RecordedVisit(job.key(), Ahead.NOTHING, false), progress));
        assertThat(stored.formerOrder(journey)).isEqualTo("1002");
        stored.rememberFormerOrder(journey, "1003");
        assertThat(read(journey).journey().memory()).isEqualTo(JourneyMemory.ofOrder("1003"));
    }

    @Test
    void shouldPageThroughTheOldestOfSeveralLanes() {
        var journeys = List.of(inserted(), inserted(), inserted());
        var lanes = journeys.stream()
                .map(journey -> DispatchQueue.lane(journey.contact()))
                .collect(Collectors.toSet());
        var seen = new ArrayList<JourneyId>();
        JourneyRuns.Starting last = null;
        for (var page = page(lanes, null); !page.isEmpty(); page = page(lanes, last)) {
            last = page.getLast();
            page.forEach(each -> seen.add(each.record().journey().id()));
        }
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen).containsAll(journeys.stream().map(Journey::id).toList());
    }

    private static List<JourneyRuns.Starting> page(Set<Integer> lanes, JourneyRuns.Starting after) {
        return Async.value(stored.runs().starting(lanes, after, 2));
    }

    private static List<JourneyId> starts(Set<Integer> lanes) {
        return Async.value(stored.runs().starting(lanes, null, 1000)).stream()
                .map(each -> each.record().journey().id())
                .toList();
    }

    private static JourneyRuns.Starting starting(Journey journey) {
        return Async.value(stored.runs().starting(Set.of(DispatchQueue.lane(journey.contact())), null, 1000)).stream()
                .filter(each -> each.record().journey().id().equals(journey.id()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean claim(Journey journey, int run, String engine, long second) {
        return Async.value(stored.runs().claim(journey.id(), run, claim(engine, second + 10), NOW.plusSeconds(second)));
    }

    private static JourneyRuns.Claim claim(String engine, long untilSecond) {
        return new JourneyRuns.Claim(engine, NOW.plusSeconds(untilSecond));
    }

    @Test
    void shouldBindOneOfManyInstances() {
        // given
        var journey = inserted();

        // when
        var bound = Async.all(Flux.range(100, 16).flatMap(key -> stored.runs().bind(journey.id(), 1, key), 16));

        // then
        assertThat(bound).filteredOn(each -> each).hasSize(1);
        assertThat(read(journey).journey().state()).isEqualTo(State.RUNNING);
    }

    @Test
    void shouldNotBindStoppedJourneyOrAnotherRun() {
        // given
        var journey = inserted();
        assertThat(bind(journey, 2, 11)).isFalse();

        // when
        Async.value(stored.dispatch().stop(journey.id(), end("e9"), false));

        // then
        assertThat(bind(journey, 1, 11)).isFalse();
        assertThat(read(journey).journey().instance()).isNull();
    }

    @Test
    void shouldDecideFirstElementsOnce() {
        // given
        var journey = inserted();
        var read = read(journey);
        var first = new Ahead(Map.of("G", "F1"), Map.of());

        // when
        boolean mine = Async.value(stored.runs().begin(read, first, progress("Start")));
        boolean other = Async.value(stored.runs().begin(read, Ahead.NOTHING, progress("Start")));

        // then
        assertThat(mine).isTrue();
        assertThat(other).isFalse();
        assertThat(read(journey).ahead()).isEqualTo(first);
        assertThat(read(journey).trail()).hasSize(1);
    }

    @Test
    void shouldRecordVisitOnceAlsoWhenTwoWorkersRace() {
        // given
        var journey = bound(11);
        var read = read(journey);
        var job = job(journey, 1, 11, 99);
        var visit = new RecordedVisit(job.key(), Ahead.NOTHING, false);

        // when
        var recorded =
                Async.all(Flux.range(0, 8).flatMap(i -> stored.runs().record(read, job, visit, progress("A")), 8));

        // then
        assertThat(recorded).filteredOn(each -> each).hasSize(1);
        assertThat(read(journey).passes()).containsEntry("A", 1);
        assertThat(Async.value(stored.runs().record(read(journey), job, visit, progress("A"))))
                .isFalse();
    }

    @Test
    void shouldRefuseRecordOfForeignInstanceAndOfStoppedJourney() {
        // given
        var journey = bound(11);
        var foreign = job(journey, 1, 12, 99);
        var own = job(journey, 1, 11, 99);
        assertThat(record(journey, foreign)).isFalse();
        assertThat(record(journey, job(journey, 2, 11, 99))).isFalse();

        // when
        Async.value(stored.dispatch().stop(journey.id(), end("e9"), false));

        // then
        assertThat(record(journey, own)).isFalse();
        assertThat(Async.value(stored.runs().markSent(own))).isFalse();
        assertThat(Async.value(
                        stored.runs().holdup(own, new Holdup(own.key(), Holdup.Kind.HELD, said(""), NOW, null, 0))))
                .isFalse();
    }

    @Test
    void shouldStopOnlyUnsentWhenAsked() {
        // given a journey that has sent
        var journey = bound(11);
        assertThat(Async.value(stored.runs().markSent(job(journey, 1, 11, 99)))).isTrue();

        // when
        var after = Async.value(stored.dispatch().stop(journey.id(), end("e9"), true));

        // then
        assertThat(after.state()).isEqualTo(State.RUNNING);
        assertThat(after.sent()).isTrue();
        assertThat(Async.value(stored.dispatch().stop(journey.id(), end("e9"), false))
                        .state())
                .isEqualTo(State.STOPPED);
    }

    @Test
    void shouldTakeKeyOffWhenParkedAndCountRunWhenPlaced() {
        // given
        var journey = bound(11);
        var job = job(journey, 1, 11, 99);
        var parking = new Parking(new Failure("A", Reason.told("broken", "It is broken"), NOW), line("A"), null);

        // when
        assertThat(Async.value(stored.runs().park(read(journey), job, parking))).isTrue();

        // then
        var parked = read(journey);
        assertThat(parked.journey().state()).isEqualTo(State.FAILED);
        assertThat(parked.journey().instance()).isNull();
        assertThat(record(journey, job)).isFalse();

        // when
        var resumption = new Resumption(new Place("B", NOW, null), Ahead.NOTHING, progress("A"), "A:1");
        assertThat(Async.value(stored.runs().place(parked, resumption, AUDIT))).isTrue();
        assertThat(Async.value(stored.runs().place(parked, resumption, AUDIT))).isFalse();

        // then
        var placed = read(journey).journey();
        assertThat(placed.state()).isEqualTo(State.STARTING);
        assertThat(placed.run()).isEqualTo(2);
        assertThat(placed.failure()).isNull();
        assertThat(bind(journey, 1, 11)).isFalse();
        assertThat(bind(journey, 2, 12)).isTrue();
    }

    @Test
    void shouldParkAStartAlsoWhenItsFirstElementsAreDecidedAndNeverABoundOne() {
        // given
        var journey = inserted();
        var parking = new Parking(new Failure("A", Reason.told("start-failed", "It is broken"), NOW), line("A"), null);
        Async.value(stored.runs().begin(read(journey), new Ahead(Map.of("G", "F1"), Map.of()), progress("Start")));
        var decided = read(journey);
        var bound = bound(11);

        // when, then
        assertThat(Async.value(stored.runs().park(read(bound), null, parking))).isFalse();
        assertThat(Async.value(stored.runs().park(decided, null, parking))).isTrue();
        assertThat(bind(journey, 1, 12)).isFalse();

        // when it is placed anew
        var resumption = new Resumption(null, decided.ahead(), progress("A"), null);
        assertThat(Async.value(stored.runs().place(read(journey), resumption, AUDIT)))
                .isTrue();

        // then a late try of the first run parks nothing
        assertThat(Async.value(stored.runs().park(decided, null, parking))).isFalse();
        assertThat(read(journey).ahead()).isEqualTo(decided.ahead());
    }

    @Test
    void shouldKeepWholeTrailWhenItOutgrowsTheJourney() {
        // given
        var journey = bound(11);

        // when
        for (int i = 0; i < 30; i++) {
            var job = job(journey, 1, 11, 1000 + i);
            var lines = new ArrayList<TrailEntry>();
            for (int line = 0; line < 10; line++) {
                lines.add(line("A" + i + "_" + line));
            }
            var progress = new Progress(lines, Map.of(), null, JourneyMemory.EMPTY, null);
            var visit = new RecordedVisit(job.key(), Ahead.NOTHING, false);
            assertThat(Async.value(stored.runs().record(read(journey), job, visit, progress)))
                    .isTrue();
        }

        // then
        assertThat(read(journey).trail()).hasSize(200);
        var whole = Async.value(stored.journeys().trail(journey.workspace(), journey.id()));
        assertThat(whole.entries()).hasSize(300).extracting(TrailEntry::block).startsWith("A0_0", "A0_1");
        assertThat(whole.entries()).extracting(TrailEntry::block).doesNotHaveDuplicates();
    }

    @Test
    void shouldPageThroughJourneysNewestFirst() {
        // given
        var ids = new ArrayList<>(
                List.of(inserted().id(), inserted().id(), inserted().id()));
        var query = new Query(null, version.workflow(), Set.of(State.STARTING, State.RUNNING));

        // when
        var first = Async.value(stored.journeys().list(version.workspace(), query, new PageRequest(null, 2)));
        var second = Async.value(stored.journeys().list(version.workspace(), query, new PageRequest(first.next(), 2)));

        // then
        assertThat(first.items()).hasSize(2);
        assertThat(second.next()).isNull();
        var seen = new ArrayList<>(first.items());
        seen.addAll(second.items());
        assertThat(seen).extracting(Journey::id).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(Async.value(stored.inside().inside(version.workspace(), List.of(version.workflow()))))
                .containsEntry(version.workflow(), 3L);
    }

    private Journey inserted() {
        var journey = TestJourneys.starting(version);
        Async.await(stored.dispatch().insert(journey));
        return journey;
    }

    private Journey bound(long instance) {
        var journey = inserted();
        assertThat(bind(journey, 1, instance)).isTrue();
        return journey;
    }

    private static boolean bind(Journey journey, int run, long instance) {
        return Async.value(stored.runs().bind(journey.id(), run, instance));
    }

    private static boolean record(Journey journey, Job job) {
        var visit = new RecordedVisit(job.key(), Ahead.NOTHING, false);
        return Async.value(stored.runs().record(read(journey), job, visit, progress("A")));
    }

    private static JourneyRecord read(Journey journey) {
        return Async.value(stored.runs().read(journey.id()));
    }

    private static Job job(Journey journey, int run, long instance, long element) {
        return new Job(journey.id(), run, instance, element, "A");
    }

    private static Progress progress(String block) {
        return new Progress(List.of(line(block)), Map.of(block, 1), null, JourneyMemory.EMPTY, null);
    }

    private static TrailEntry line(String block) {
        return new TrailEntry(block, "The " + block, "effect", 1, NOW, NOW, Result.DONE, said("Did it"), null, null);
    }

    private static End end(String event) {
        return new End(NOW, Reason.told("stop-event", "Stopped"), new EventId(event), new EventTypeKey("stop"));
    }
}
