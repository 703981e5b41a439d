package io.usher.engine.message.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.message.NewMessage.Kind;
import io.usher.engine.message.internal.Turns.Turn;
import java.util.List;
import org.junit.jupiter.api.Test;

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
    void shouldGiveNothingWhereThereIsNoRoom() {
        assertThat(turns.of(0)).isEqualTo(List.of());
        assertThat(turns.of(-1)).isEmpty();
    }
}
