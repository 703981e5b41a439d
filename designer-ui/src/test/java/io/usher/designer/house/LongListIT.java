package io.usher.designer.house;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A list that is read far down: its rows come and go, and a person sees none of it. */
class LongListIT extends HouseWindow {

    /** More for a measurement by hand: {@code -Dusher.rows=2000}. */
    private static final int ROWS = Integer.getInteger("usher.rows", 220);

    /** What is in view, as much again above and below it, and what begins there. */
    private static final int MOST_ON_THE_PAGE = 160;

    private static final String SCROLLER =
            "document.querySelector('vaadin-app-layout').shadowRoot.querySelector('[part~=content]')";

    @Test
    void shouldHaveOnlyTheRowsOnThePageThatAreNear() {
        // given
        var keys = open("longListRead");
        var first = row(keys.getFirst());
        var place = first.boundingBox();

        // when
        readToTheEnd(keys);

        // then
        assertThat((int) page.evaluate("document.querySelectorAll('.us-rows tr').length"))
                .isLessThan(MOST_ON_THE_PAGE);
        assertThat(page.locator(".us-away").first()).containsText("rows appear here when they come into view");
        assertThat(first).hasCount(0);
        assertThat(heightOfRows()).isEqualTo(ROWS * 40);
        System.out.printf(
                "%d rows read: %s elements on the page, %s of them rows%n",
                ROWS,
                page.evaluate("document.querySelectorAll('*').length"),
                page.evaluate("document.querySelectorAll('.us-rows tr').length"));

        Look.at(page).and("long-list").shouldFit();

        // when
        page.evaluate(SCROLLER + ".scrollTop = 0");

        // then: where it was, and it opens
        assertThat(first).isVisible();
        assertThat(first.boundingBox().y).isEqualTo(place.y);
        first.locator("a.us-open").click();
        assertThat(page).hasURL(Pattern.compile("event="));
        assertThat(page.locator(".us-panel-head")).containsText(keys.getFirst());
    }

    @Test
    void shouldKeepARowInWhichTheFocusIs() {
        // given
        var keys = open("longListFocus");
        var open = row(keys.getFirst()).locator("a.us-open");
        open.focus();

        // when
        readToTheEnd(keys);

        // then: what is near it stays with it, what is far away does not
        assertThat(open).isFocused();
        assertThat(page.locator(".us-away")).not().hasCount(0);

        // when
        page.keyboard().press("Enter");

        // then
        assertThat(page.locator(".us-panel-head")).containsText(keys.getFirst());
    }

    @Test
    void shouldTellAScreenReaderWhichDayRowsBelongToFarBelowItsName() {
        // when
        open("longListDays");

        // then
        assertThat(page.locator(".us-rows tbody").first().locator(".us-day")).hasCount(1);
        assertThat(page.locator(".us-rows tbody").nth(1))
                .hasAttribute("aria-label", Pattern.compile("Today|Yesterday"));
        assertThat(page.locator(".us-rows tbody").nth(1).locator(".us-day")).hasCount(0);
    }

    /** Opens the history of so many events; their keys from the newest on. */
    private List<String> open(String type) {
        for (int from = 1; from <= ROWS; from += 500) {
            var events = IntStream.range(from, Math.min(from + 500, ROWS + 1))
                    .mapToObj(number -> Map.of(
                            "eventTypeKey",
                            type,
                            "keyValue",
                            "row-%05d".formatted(number),
                            "params",
                            Map.of("EmailAddress", "rosa@example.com")))
                    .toList();
            api.post("/event/batch", events);
        }
        var keys = Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> keys(type), all -> all.size() == ROWS);
        page.navigate(house.designer() + "/events?type=" + type);
        assertThat(row(keys.getFirst())).isVisible();
        return keys;
    }

    private static List<String> keys(String type) {
        var keys = new ArrayList<String>();
        var cursor = "";
        do {
            var answer = api.get("/events?limit=100&type=" + type + cursor);
            answer.path("items")
                    .forEach(event -> keys.add(event.path("keyValue").asString()));
            cursor = answer.path("next").isString()
                    ? "&cursor=" + answer.path("next").asString()
                    : "";
        } while (!cursor.isEmpty());
        return keys;
    }

    private void readToTheEnd(List<String> keys) {
        var last = row(keys.getLast());
        page.waitForCondition(() -> {
            page.evaluate(SCROLLER + ".scrollTop = 1e9");
            return last.count() == 1;
        });
        assertThat(last).isVisible();
        page.waitForCondition(() -> !beyondView().contains(false));
    }

    /** Of each part that is far out of view: whether its rows have gone; where the focus is they have not. */
    @SuppressWarnings("unchecked")
    private List<Boolean> beyondView() {
        return (List<Boolean>) page.evaluate("""
                () => [...document.querySelectorAll('.us-rows tbody')]
                    .filter(each => each.getBoundingClientRect().bottom < -1300 && !each.contains(document.activeElement))
                    .map(each => each.querySelector('.us-away') !== null)""");
    }

    private int heightOfRows() {
        return ((Number) page.evaluate("""
                () => Math.round([...document.querySelectorAll('.us-rows tbody tr:not(.us-day)')]
                    .reduce((all, row) => all + row.getBoundingClientRect().height, 0))""")).intValue();
    }

    private Locator row(String key) {
        return page.locator(".us-rows tbody tr:has(td)").filter(new Locator.FilterOptions().setHasText(key));
    }
}
