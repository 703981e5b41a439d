package io.usher.engine.message.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.message.NewMessage.Kind;
import io.usher.engine.message.internal.Turns.Turn;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class TurnsTest {

    private final Turns turns = new Turns();

    @Test
    void shouldGiveTransactionalTheFirstSevenPlacesAndMarketingTheEighth() {
        for (int i = 0; i < 3 * Turns.IN; i++) {
            var first = turns.of(1).getFirst();
            assertThat(first.kind())
                    .as("place " + i)
                    .isEqualTo(i % Turns.IN == Turns.IN - 1 ? Kind.MARKETING : Kind.TRANSACTIONAL);
            turns.taken(1);
        }
    }

    @Test
    void shouldGiveTheSameShareWhenManyPlacesAreGivenAtOnce() {
        assertThat(turns.of(16)).first().isEqualTo(new Turn(Kind.MARKETING, 2));
        assertThat(turns.of(8)).first().isEqualTo(new Turn(Kind.MARKETING, 1));
        assertThat(turns.of(7)).containsExactly(new Turn(Kind.TRANSACTIONAL, 7), new Turn(Kind.MARKETING, 7));
    }

    @Test
    void shouldComeToEveryConnectionThoughThoseBeforeItHaveNothingDue() {
        var first = round();
        var second = round();

        assertThat(first).startsWith("c100").endsWith("c149");
        assertThat(second).startsWith("c150").endsWith("c199");
        assertThat(round()).startsWith("c200").contains("c219", "c100").hasSize(Turns.AT_ONCE);
    }

    @Test
    void shouldBeginBehindTheLastOneThatWasLookedAt() {
        turns.lookedAt(turns.connections(TurnsTest::waiting).get(1));

        assertThat(turns.connections(TurnsTest::waiting)).startsWith("c102");
    }

    /** All of a round are looked at, as none has anything due. */
    private List<String> round() {
        var found = turns.connections(TurnsTest::waiting);
        found.forEach(turns::lookedAt);
        return found;
    }

    private static Flux<String> waiting(String after, int most) {
        return Flux.range(100, 120)
                .map(number -> "c" + number)
                .filter(each -> each.compareTo(after) > 0)
                .take(most);
    }

    @Test
    void shouldGiveNothingWhereThereIsNoRoom() {
        assertThat(turns.of(0)).isEqualTo(List.of());
        assertThat(turns.of(-1)).isEmpty();
    }
}
