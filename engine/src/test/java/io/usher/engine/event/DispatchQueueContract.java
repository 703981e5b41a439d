package io.usher.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.event.DispatchQueue.Due;
import io.usher.engine.platform.async.Async;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.WorkspaceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What dispatch may rely on when it looks for work: how due events are found, in which order, and how many. */
public abstract class DispatchQueueContract {

    private static final List<Integer> ALL =
            IntStream.range(0, DispatchQueue.LANES).boxed().toList();
    private static final int MANY = 100;

    protected abstract DispatchQueue queue();

    /** A due event of this contact at this position; each test begins with none. */
    protected abstract Event add(String workspace, String contact, long position);

    @Test
    void shouldGiveTheOldestAndTheNewestOfSomeLanesByPosition() {
        // given
        var all = List.of(add("w1", "ada", 3), add("w2", "bea", 1), add("w1", "cea", 4), add("w1", "ada", 2));
        var adas = List.of(DispatchQueue.lane(new ContactId("ada")));

        // then
        assertThat(positions(queue().oldest(ALL, 3))).containsExactly(1L, 2L, 3L);
        assertThat(positions(queue().newest(ALL, 3))).containsExactly(4L, 3L, 2L);
        var inLane = all.stream()
                .filter(event -> adas.contains(DispatchQueue.lane(event)))
                .map(Event::position)
                .sorted()
                .toList();
        assertThat(positions(queue().oldest(adas, MANY))).containsExactlyElementsOf(inLane);
        assertThat(positions(queue().newest(adas, MANY))).containsExactlyElementsOf(inLane.reversed());
    }

    @Test
    void shouldGiveNothingOfOtherLanes() {
        add("w1", "ada", 1);
        var others = new ArrayList<>(ALL);
        others.remove((Integer) DispatchQueue.lane(new ContactId("ada")));

        assertThat(positions(queue().oldest(others, MANY))).isEmpty();
        assertThat(positions(queue().newest(others, MANY))).isEmpty();
        assertThat(Async.await(queue().nextWorkspace(others, null))).isNull();
        assertThat(positions(queue().byContact(others, new WorkspaceId("w1"), null, MANY)))
                .isEmpty();
    }

    @Test
    void shouldWalkFromWorkspaceToWorkspaceWithSomethingDue() {
        add("w2", "bea", 1);
        add("w1", "ada", 2);
        add("w2", "cea", 3);

        assertThat(nextWorkspace(null)).isEqualTo("w1");
        assertThat(nextWorkspace("w1")).isEqualTo("w2");
        assertThat(nextWorkspace("w2")).isNull();
        assertThat(nextWorkspace("w")).isEqualTo("w1");
    }

    @Test
    void shouldGoThroughAWorkspaceContactByContactAndOfEachByPosition() {
        add("w1", "bea", 1);
        add("w1", "ada", 4);
        add("w1", "ada", 2);
        add("w2", "aaa", 3);
        add("w1", "cea", 5);

        assertThat(byContact(null, MANY)).containsExactly(2L, 4L, 1L, 5L);
        assertThat(byContact("ada", MANY)).containsExactly(1L, 5L);
        assertThat(byContact("ad", 3)).containsExactly(2L, 4L, 1L);
        assertThat(byContact("cea", MANY)).isEmpty();
    }

    @Test
    void shouldGiveTheFirstOfAContact() {
        add("w1", "ada", 3);
        add("w1", "bea", 1);
        add("w1", "ada", 2);
        add("w1", "ada", 4);

        assertThat(positions(queue().first(new ContactId("ada"), 2))).containsExactly(2L, 3L);
        assertThat(positions(queue().first(new ContactId("nobody"), 2))).isEmpty();
    }

    @Test
    void shouldGiveAllThatStandsBeforeAContactsPosition() {
        var first = add("w1", "ada", 1);
        add("w1", "ada", 2);
        add("w1", "bea", 1);
        var before = add("w2", "cea", 3);

        var found = Async.value(
                queue().before(Map.of(new ContactId("ada"), 2L, new ContactId("bea"), 1L, new ContactId("cea"), 9L)));

        assertThat(found)
                .containsExactlyInAnyOrder(
                        new Due(new WorkspaceId("w1"), first.id(), new ContactId("ada"), 1),
                        new Due(new WorkspaceId("w2"), before.id(), new ContactId("cea"), 3));
        assertThat(Async.value(queue().before(Map.of()))).isEmpty();
    }

    @Test
    void shouldGiveAnEventAsItIs() {
        var event = add("w1", "ada", 1);

        assertThat(Async.value(queue().oldest(ALL, MANY))).containsExactly(event);
        assertThat(event.due()).isTrue();
    }

    private String nextWorkspace(String after) {
        var next = Async.await(queue().nextWorkspace(ALL, after == null ? null : new WorkspaceId(after)));
        return next == null ? null : next.value();
    }

    private List<Long> byContact(String after, int limit) {
        var behind = after == null ? null : new ContactId(after);
        return positions(queue().byContact(ALL, new WorkspaceId("w1"), behind, limit));
    }

    private static List<Long> positions(Mono<List<Event>> events) {
        return Async.value(events).stream().map(Event::position).toList();
    }
}
