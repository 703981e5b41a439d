package io.usher.designer.list;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import io.usher.designer.DesignerTest;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.EngineException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithAnonymousUser;

@WithAnonymousUser
class RowsTest extends DesignerTest {

    private record Item(String id, String text) {}

    @Autowired
    private EngineCalls calls;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    @Test
    void shouldKeepWhatItHasAndFetchTheNextPageWhenTheEndComesIntoView() {
        // given
        var rows = rows();
        eventually(() -> assertThat(rows.size()).isEqualTo(3));

        // when
        find(EndMark.class).single().seen();

        // then
        eventually(() -> assertThat(words(rows)).contains("item 1", "item 6"));
        find(EndMark.class).single().seen();
        eventually(() -> assertThat(rows.size()).isEqualTo(7));
        assertThat(asked).containsExactly("", "3", "6");
        assertThat(find(EndMark.class).all()).isEmpty();
    }

    @Test
    void shouldSayInPlaceWhatFailedAndGoOnFromThereWhenTriedAgain() {
        // given
        var rows = rows();
        eventually(() -> assertThat(rows.size()).isEqualTo(3));
        away = true;

        // when
        rows.more();

        // then: the rows stay
        eventually(() -> assertThat(find(Notice.class).all()).hasSize(1));
        assertThat(words(rows)).contains("item 1", "The engine does not answer");
        away = false;
        test(find(Button.class).withText("Try again").single()).click();
        eventually(() -> assertThat(rows.size()).isEqualTo(6));
    }

    @Test
    void shouldDrawNewRowsOnTopAndKnownOnesWhereTheyStand() {
        // given
        var rows = rows();
        eventually(() -> assertThat(rows.size()).isEqualTo(3));

        // when
        rows.merge(List.of(new Item("b", "newest"), new Item("a", "newer"), new Item("2", "changed")));

        // then
        assertThat(find(NativeTableRow.class).all().stream().skip(1).map(row -> words(row)))
                .containsExactly("newest", "newer", "item 1", "changed", "item 3");
    }

    @Test
    void shouldForgetTheAnswerToAnEarlierQuestion() {
        // given
        var rows = rows();
        eventually(() -> assertThat(rows.size()).isEqualTo(3));

        // when
        rows.more();
        rows.load();

        // then
        eventually(() -> assertThat(rows.size()).isEqualTo(3));
        assertThat(words(rows)).contains("item 1").doesNotContain("item 4");
    }

    private Rows<Item> rows() {
        var rows = new Rows<>(calls, this::after, Item::id);
        rows.column("Text", "text", item -> new Span(item.text()));
        UI.getCurrent().add(rows);
        return rows;
    }

    private Slice<Item> after(Optional<String> cursor) {
        if (away) {
            throw new EngineException.Away("away", null);
        }
        asked.add(cursor.orElse(""));
        int from = cursor.map(Integer::parseInt).orElse(0);
        int to = Math.min(from + 3, 7);
        var items = IntStream.rangeClosed(from + 1, to)
                .mapToObj(i -> new Item(String.valueOf(i), "item " + i))
                .toList();
        return new Slice<>(items, to == 7 ? Optional.empty() : Optional.of(String.valueOf(to)));
    }
}
