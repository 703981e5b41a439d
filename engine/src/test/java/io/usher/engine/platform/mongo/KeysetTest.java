package io.usher.engine.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.Filters;
import io.usher.engine.platform.web.Cursors;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.ProblemException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class KeysetTest {

    private static final Instant AT = Instant.parse("2026-05-01T10:00:00.123Z");

    private record Row(String id, Instant at, long place) {}

    private static final Row LAST = new Row("b", AT, 7);
    private static final Keyset<Row> LATEST =
            Keyset.<Row>falling().time("at", Row::at).text("_id", Row::id);

    @Test
    void shouldBeginBehindTheLastRowOfThePageBefore() {
        var behind = LATEST.behind(LATEST.cursor(LAST));

        var at = Date.from(AT);
        assertThat(behind)
                .containsExactly(Filters.lte("at", at), Filters.or(Filters.lt("at", at), Filters.lt("_id", "b")));
    }

    @Test
    void shouldGoUpwardsInARisingOrderAndKnowNumbers() {
        var rising = Keyset.<Row>rising().text("_id", Row::id).number("place", Row::place);

        assertThat(rising.behind(rising.cursor(LAST)))
                .containsExactly(Filters.gte("_id", "b"), Filters.or(Filters.gt("_id", "b"), Filters.gt("place", 7L)));
    }

    @Test
    void shouldNeedOneBoundWhereOneFieldTellsRowsApart() {
        var byKey = Keyset.<Row>rising().text("key", Row::id);

        assertThat(byKey.behind(byKey.cursor(LAST))).containsExactly(Filters.gt("key", "b"));
    }

    @Test
    void shouldRefuseTheCursorOfAnotherOrderOrList() {
        var named = Keyset.<Row>falling().named("changed").time("at", Row::at).text("_id", Row::id);
        var other = Keyset.<Row>falling().named("created").time("at", Row::at).text("_id", Row::id);

        assertRefused(() -> named.behind(other.cursor(LAST)));
        assertRefused(() -> LATEST.behind(named.cursor(LAST)));
        assertRefused(() -> LATEST.behind(Cursors.encode("no time", "b")));
    }

    @Test
    void shouldHaveANextPageOnlyWhenOneMoreRowWasFound() {
        assertThat(Page.cut(List.of("a", "b"), 2, row -> "behind " + row))
                .isEqualTo(new Page<>(List.of("a", "b"), null));
        assertThat(Page.cut(List.of("a", "b", "c"), 2, row -> "behind " + row))
                .isEqualTo(new Page<>(List.of("a", "b"), "behind b"));
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem().status()).isEqualTo(400);
            assertThat(refused.problem().errors().getFirst().field()).isEqualTo("cursor");
        });
    }
}
