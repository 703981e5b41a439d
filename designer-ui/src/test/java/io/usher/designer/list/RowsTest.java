package io.usher.designer.list;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import io.usher.designer.DesignerTest;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.EngineException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
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

    @Test
    void shouldLeaveTheCellsThatSayTheSameWhereTheyAre() {
        // given
        var rows = new Rows<>(calls, this::after, Item::id);
        rows.column("Id", "name", item -> new Span(item.id())).column("Text", "text", item -> new Span(item.text()));
        UI.getCurrent().add(rows);
        eventually(() -> assertThat(rows.size()).isEqualTo(3));
        var before = cell(2, 0);

        // when: a click on it may be under way
        rows.merge(List.of(new Item("2", "changed")));

        // then
        assertThat(words(rows)).contains("changed");
        assertThat(cell(2, 0)).isSameAs(before);
    }

    @Test
    void shouldDrawAnewWhatDoesSomethingWithTheItem() {
        // given
        var rows = new Rows<>(calls, this::after, Item::id);
        rows.actions("", "menu", item -> new Button("Edit"));
        UI.getCurrent().add(rows);
        eventually(() -> assertThat(rows.size()).isEqualTo(3));
        var before = cell(2, 0);

        // when
        rows.merge(List.of(new Item("2", "changed")));

        // then: its click is about the item as it is now
        assertThat(cell(2, 0)).isNotSameAs(before);
    }

    @Test
    void shouldLeaveWhatDoesSomethingWithTheSameItemUnderTheClickWhenRowsAreDrawnAgain() {
        // given
        var rows = new Rows<>(calls, this::after, Item::id);
        rows.actions("", "menu", item -> new Button("Edit"));
        UI.getCurrent().add(rows);
        eventually(() -> assertThat(rows.size()).isEqualTo(3));
        var before = cell(2, 0);

        // when: what stands beside the rows has come
        rows.redraw();

        // then
        assertThat(cell(2, 0)).isSameAs(before);
    }

    @Test
    void shouldLetWhatComesByItselfWaitWhileARowIsOpen() {
        // given
        var rows = rows();
        eventually(() -> assertThat(rows.size()).isEqualTo(3));
        rows.hold(true);

        // when
        rows.come(List.of(new Item("b", "newest"), new Item("2", "changed")));
        rows.come(List.of(new Item("b", "newest"), new Item("a", "older")));

        // then: known rows change where they stand
        assertThat(texts()).containsExactly("item 1", "changed", "item 3");
        assertThat(words(rows)).contains("Show 2 new");

        // when
        test(find(NativeButton.class).withText("Show 2 new").single()).click();

        // then
        assertThat(texts()).containsExactly("newest", "older", "item 1", "changed", "item 3");
        assertThat(find(NativeButton.class).withText("Show 2 new").all()).isEmpty();
    }

    @Test
    void shouldShowWhatWaitedWhenTheRowIsClosed() {
        // given
        var rows = rows();
        eventually(() -> assertThat(rows.size()).isEqualTo(3));
        rows.hold(true);
        rows.come(List.of(new Item("b", "newest")));

        // when
        rows.hold(false);

        // then
        assertThat(texts()).startsWith("newest", "item 1");
    }

    @Test
    void shouldPutRowsUnderTheirDays() {
        // given
        var today = Instant.now();
        var rows = new Rows<>(calls, this::after, Item::id);
        rows.column("Text", "text", item -> new Span(item.text()));
        rows.byDay(item -> Optional.of(
                item.id().equals("1") || item.id().equals("new") ? today : today.minus(Duration.ofDays(1))));
        UI.getCurrent().add(rows);

        // then
        eventually(() -> assertThat(texts()).containsExactly("Today", "item 1", "Yesterday", "item 2", "item 3"));

        // when
        rows.merge(List.of(new Item("new", "just now")));
        rows.gone(new Item("1", "item 1"));

        // then
        assertThat(texts()).containsExactly("Today", "just now", "Yesterday", "item 2", "item 3");
        rows.gone(new Item("new", "just now"));
        assertThat(texts()).containsExactly("Yesterday", "item 2", "item 3");
    }

    @Test
    void shouldTakeRowsThatAreFarOutOfViewFromThePageAndBringThemBackAsTheyAreNow() {
        // given
        var rows = rows();
        eventually(() -> assertThat(rows.size()).isEqualTo(3));
        rows.mark(Optional.of("2"));
        var before = cell(2, 0);

        // when
        find(Stretch.class).single().far(120);

        // then: a line as high as they were keeps their place
        assertThat(texts()).containsExactly("3 rows appear here when they come into view");
        assertThat(cell(1, 0).getParent().orElseThrow().getStyle().get("height"))
                .isEqualTo("120.0px");

        // when
        rows.merge(List.of(new Item("a", "new"), new Item("3", "changed")));
        rows.gone(new Item("1", "item 1"));

        // then
        assertThat(rows.size()).isEqualTo(3);
        assertThat(cell(1, 0).getParent().orElseThrow().getStyle().get("height"))
                .isEqualTo("120.0px");

        // when
        find(Stretch.class).single().near();

        // then
        assertThat(texts()).containsExactly("new", "item 2", "changed");
        assertThat(cell(2, 0)).isSameAs(before);
        assertThat(find(NativeTableRow.class).all().get(2).getElement().getAttribute("aria-current"))
                .isEqualTo("true");
    }

    @Test
    void shouldBringARowIntoViewThatWasFarOutOfIt() {
        // given
        var rows = rows();
        eventually(() -> assertThat(rows.size()).isEqualTo(3));
        rows.reveal("5");
        eventually(() -> assertThat(rows.size()).isEqualTo(6));
        find(Stretch.class).single().far(240);

        // when
        rows.reveal("2");

        // then
        eventually(() -> assertThat(find(NativeTableRow.class).all().stream()
                        .filter(row -> row.getElement().hasAttribute("data-fresh"))
                        .map(row -> words(row)))
                .contains("item 2"));
    }

    @Test
    void shouldCountRowsInStretchesAndNameADayOnce() {
        // given
        var rows = many(60, item -> Instant.parse("2026-03-01T12:00:00Z"));

        // then
        eventually(() -> assertThat(rows.size()).isEqualTo(60));
        assertThat(find(Stretch.class).all()).hasSize(3);
        assertThat(find(DayTitle.class).all()).hasSize(1);
        assertThat(texts().getFirst()).contains("1 March");

        // when: a stretch is full, so new rows have one of their own, and the day's name goes with them
        rows.merge(List.of(new Item("new", "just now")));

        // then
        assertThat(find(Stretch.class).all()).hasSize(4);
        assertThat(texts().getFirst()).contains("1 March");
        assertThat(texts().get(1)).isEqualTo("just now");
        assertThat(find(DayTitle.class).all()).hasSize(1);

        // when
        rows.gone(new Item("new", "just now"));

        // then
        assertThat(texts().getFirst()).contains("1 March");
        assertThat(texts().get(1)).isEqualTo("item 1");
        assertThat(find(Stretch.class).all()).hasSize(3);
    }

    @Test
    void shouldReadOnUntilANewRowIsThereAndBringItIntoView() {
        // given
        var rows = rows();
        eventually(() -> assertThat(rows.size()).isEqualTo(3));

        // when
        rows.reveal("5");

        // then
        eventually(() -> assertThat(find(NativeTableRow.class).all().stream()
                        .filter(row -> row.getElement().hasAttribute("data-fresh"))
                        .map(row -> words(row)))
                .containsExactly("item 5"));
        assertThat(rows.size()).isEqualTo(6);
    }

    @Test
    void shouldKeepTheRowsUntilThoseOfTheOtherListAreThere() {
        // given
        var rows = rows();
        eventually(() -> assertThat(rows.size()).isEqualTo(3));

        // when
        rows.load();

        // then
        assertThat(texts()).containsExactly("item 1", "item 2", "item 3");
        eventually(() -> assertThat(asked).containsExactly("", ""));
        eventually(() -> assertThat(texts()).containsExactly("item 1", "item 2", "item 3"));
    }

    @Test
    void shouldSayThatMoreBeginSoThanAreShown() {
        // given
        var rows = new Rows<Item>(
                calls, cursor -> new Slice<>(List.of(new Item("1", "item 1")), Optional.empty(), true), Item::id);
        rows.column("Text", "text", item -> new Span(item.text()));

        // when
        UI.getCurrent().add(rows);

        // then
        eventually(() -> assertThat(words(rows)).contains("More than 100 begin with this"));
    }

    private Rows<Item> many(int count, Function<Item, Instant> time) {
        var items = IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Item(String.valueOf(i), "item " + i))
                .toList();
        var rows = new Rows<Item>(calls, cursor -> Slice.all(items), Item::id);
        rows.column("Text", "text", item -> new Span(item.text()));
        rows.byDay(item -> Optional.of(time.apply(item)));
        UI.getCurrent().add(rows);
        return rows;
    }

    private List<String> texts() {
        return find(NativeTableRow.class).all().stream()
                .skip(1)
                .map(row -> words(row))
                .toList();
    }

    private Component cell(int row, int column) {
        return find(NativeTableRow.class)
                .all()
                .get(row)
                .getDataCell(column)
                .orElseThrow()
                .getChildren()
                .findFirst()
                .orElseThrow();
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
