package io.usher.engine.journey.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.usher.engine.event.DispatchQueue;
import io.usher.engine.event.Event;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.LinkTable;
import io.usher.engine.workflow.LinkTable.Linked;
import io.usher.engine.workflow.StopLink;
import io.usher.engine.workflow.Version;
import io.usher.engine.workflow.Workflows;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

/** Whose events are next, however many are due. */
class BacklogTest {

    private static final int PLACES = 32;
    private static final Set<Integer> ALL =
            IntStream.range(0, DispatchQueue.LANES).boxed().collect(Collectors.toSet());

    private final FakeQueue queue = new FakeQueue();
    private final Set<String> busy = new HashSet<>();
    private Backlog backlog = new Backlog(queue, () -> ALL, new StopLinks());

    @Test
    void shouldReadAsMuchForEachEventWhateverIsDue() {
        assertThat(readForEachEvent(100_000)).isCloseTo(readForEachEvent(2_000), within(2.0));
    }

    private double readForEachEvent(int due) {
        while (queue.size() < due) {
            queue.add("w", "c" + queue.nextPosition(), "begin");
        }
        long before = queue.read();
        int taken = 0;
        for (int round = 0; round < 20; round++) {
            taken += finish(next());
        }
        while (queue.size() > 0) {
            finish(next());
        }
        assertThat(taken).isGreaterThanOrEqualTo(20 * PLACES / 2);
        return (double) (queue.read() - before) / due;
    }

    @Test
    void shouldTakeWhatWasJustAcceptedAtOnce() {
        IntStream.range(0, 50_000).forEach(i -> queue.add("w", "c" + i, "begin"));
        queue.add("w", "me", "begin");

        assertThat(contacts(next())).contains("me");
    }

    @Test
    void shouldTakeAStopBeforeOthersThatWereJustAccepted() {
        IntStream.range(0, 50_000).forEach(i -> queue.add("w", "c" + i, "begin"));
        queue.add("w", "me", "stop");
        IntStream.range(50_000, 50_100).forEach(i -> queue.add("w", "c" + i, "begin"));

        assertThat(contacts(next())).contains("me");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldComeSoonToAContactInTheMiddleOfAnotherOnes(boolean finishes) {
        IntStream.range(0, 20_000).forEach(i -> queue.add("w", "crowd", "stop"));
        queue.add("w", "me", "begin");
        IntStream.range(0, 20_000).forEach(i -> queue.add("w", "crowd", "stop"));

        assertThat(roundsUntil("me", finishes)).isLessThanOrEqualTo(3);
    }

    @Test
    void shouldComeSoonToAWorkspaceInTheMiddleOfAnotherOnes() {
        IntStream.range(0, 20_000).forEach(i -> queue.add("crowded", "c" + i, "stop"));
        queue.add("mine", "me", "begin");
        IntStream.range(20_000, 40_000).forEach(i -> queue.add("crowded", "c" + i, "stop"));

        assertThat(roundsUntil("me", true)).isLessThanOrEqualTo(3);
    }

    @Test
    void shouldComeToEveryContactOfAWorkspaceInOneRoundTrip() {
        IntStream.range(0, 300).forEach(i -> queue.add("w", "c" + i, "begin"));
        IntStream.range(0, 20_000).forEach(i -> queue.add("w", "d" + i % 7, "begin"));
        var seen = new HashSet<String>();

        for (int round = 0; round < 40; round++) {
            var runs = next();
            seen.addAll(contacts(runs));
            runs.forEach(run -> queue.finish(run.events().getFirst()));
        }

        assertThat(seen).hasSize(307);
    }

    @Test
    void shouldAlwaysTakeTheOldestThoughMoreIsAcceptedThanDispatched() {
        IntStream.range(0, 5_000).forEach(i -> queue.add("w", "c" + i, "begin"));
        for (int round = 0; round < 50; round++) {
            int old = round * 10;
            assertThat(old).isLessThan(5_000);
            var oldest = queue.oldest(ALL, 1).block().getFirst();
            for (int i = 0; i < 200; i++) {
                queue.add("w", "new-" + round + "-" + i, "stop");
            }

            var runs = next();
            finish(runs);

            assertThat(contacts(runs)).contains(oldest.contact().value());
        }
    }

    @Test
    void shouldShareAmongItsReadingsHoweverFewPlacesThereAre() {
        IntStream.range(0, 50_000).forEach(i -> queue.add("w", "c" + i, "begin"));
        queue.add("w", "me", "stop");

        var next = backlog.next(1, key -> true);

        assertThat(contacts(next.runs())).hasSize(3).contains("me", "c0");
        assertThat(next.more()).isTrue();
    }

    @Test
    void shouldTakeAContactsEventsInTheirOrderWhateverIsRead() {
        var random = new Random(7);
        IntStream.range(0, 6_000).forEach(i -> queue.add("w" + i % 3, "c" + random.nextInt(150) * 3 + i % 3, "stop"));
        var last = new HashMap<String, Long>();
        var under = new ArrayDeque<DueRun>();
        while (queue.size() > 0) {
            for (DueRun run : next()) {
                assertThat(run.events()).hasSizeLessThanOrEqualTo(Backlog.LONGEST_RUN);
                busy.add(run.key());
                under.add(run);
            }
            for (int i = 0; i < 20 && !under.isEmpty(); i++) {
                var run = under.remove();
                for (Event event : run.events()) {
                    assertThat(event.position()).isGreaterThan(last.getOrDefault(run.key(), 0L));
                    assertThat(queue.first(event.contact(), 1).block()).containsExactly(event);
                    last.put(run.key(), event.position());
                    queue.finish(event);
                }
                busy.remove(run.key());
            }
        }
    }

    @Test
    void shouldLeaveWhatStandsBehindAnEventThatAppearedAfterThePage() {
        long missing = queue.nextPosition();
        var second = queue.add("w", "me", "begin");
        queue.afterPage = () -> queue.add("w", "me", "stop", missing);

        assertThat(next()).isEmpty();

        queue.afterPage = () -> {};
        assertThat(next().getFirst().events()).extracting(Event::position).containsExactly(missing, second.position());
    }

    @Test
    void shouldLeaveOutWhoeverIsInHand() {
        queue.add("w", "me", "begin");
        queue.add("w", "you", "begin");
        busy.add("me");

        assertThat(contacts(next())).containsExactly("you");
    }

    @Test
    void shouldAskForItsLanesBeforeEachReading() {
        var first = DispatchQueue.lane(queue.add("w", "a", "begin"));
        IntStream.range(0, 5_000).forEach(i -> queue.add("w", "c" + i, "begin"));
        var answers = new ArrayDeque<>(List.of(ALL, ALL));
        backlog = new Backlog(queue, () -> answers.isEmpty() ? Set.of(first) : answers.remove(), new StopLinks());

        var runs = next();

        assertThat(runs.stream().limit(PLACES / 3).map(run -> run.events().getFirst()))
                .isNotEmpty()
                .allMatch(event -> DispatchQueue.lane(event) == first);
    }

    private int roundsUntil(String contact, boolean finishes) {
        for (int round = 1; round < 100; round++) {
            var runs = next();
            if (contacts(runs).contains(contact)) {
                return round;
            }
            if (finishes) {
                finish(runs);
            } else {
                busy.addAll(contacts(runs));
            }
        }
        throw new AssertionError("never");
    }

    private List<DueRun> next() {
        return backlog.next(PLACES, key -> !busy.contains(key)).runs();
    }

    private int finish(List<DueRun> runs) {
        assertThat(runs).hasSizeLessThanOrEqualTo(PLACES);
        runs.forEach(run -> run.events().forEach(queue::finish));
        return runs.size();
    }

    private static List<String> contacts(List<DueRun> runs) {
        return runs.stream().map(DueRun::key).toList();
    }

    /** In every workspace one workflow that events "stop" stop. */
    private static final class StopLinks implements Workflows {

        @Override
        public Mono<Map<WorkspaceId, LinkTable>> links(Collection<WorkspaceId> workspaces) {
            var stop = new StopLink(new EventTypeKey("stop"), null, List.of());
            var table = new LinkTable(
                    1, List.of(new Linked(new WorkflowId("f"), "Flow", 1, false, List.of(), List.of(stop))));
            return Mono.just(workspaces.stream().collect(Collectors.toMap(each -> each, each -> table)));
        }

        @Override
        public Mono<Version> version(WorkflowId workflow, int n) {
            return Mono.empty();
        }

        @Override
        public Mono<Boolean> held(WorkflowId workflow) {
            return Mono.just(false);
        }

        @Override
        public Mono<Void> redeploy(WorkflowId workflow, int n) {
            return Mono.empty();
        }
    }
}
