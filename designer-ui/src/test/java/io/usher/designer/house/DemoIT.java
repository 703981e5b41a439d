package io.usher.designer.house;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code ./usher demo} leaves behind: something to look at on every screen, and no mess when it runs twice. */
class DemoIT {

    private static final List<String> STATES = List.of("running", "failed", "finished", "stopped");

    private static RunningHouse house;
    private static Api api;

    @BeforeAll
    static void demo() throws Exception {
        house = RunningHouse.open();
        api = house.api();
        run();
        everythingHasTakenEffect();
    }

    /** An accepted event takes effect a little later, and a block is tried three times before its journey counts as failed. */
    private static void everythingHasTakenEffect() {
        assertThat(journeys()).as("journeys %s", STATES).doesNotContain(0);
    }

    /** How many there are in each state, once three looks in a row have found the same. */
    private static List<Integer> journeys() {
        var looks = new ArrayDeque<List<Integer>>();
        return Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(2))
                .until(
                        () -> STATES.stream()
                                .map(state -> count("/journeys?state=" + state))
                                .toList(),
                        now -> {
                            looks.add(now);
                            if (looks.size() > 3) {
                                looks.remove();
                            }
                            return looks.size() == 3 && Set.copyOf(looks).size() == 1;
                        });
    }

    private static int sum(List<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    private static void run() throws Exception {
        var log = Path.of("target", "demo-it.log");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var demo = new ProcessBuilder(java, ".usher/Demo.java", house.engine().toString())
                .directory(Path.of("..").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        var started = demo.start();
        try (var key = started.outputWriter(StandardCharsets.UTF_8)) {
            key.write(BuiltEngine.MANAGE_KEY + "\n");
        }
        assertThat(started.waitFor()).as(() -> text(log)).isZero();
    }

    @Test
    void shouldLeaveSomethingToLookAtOnEveryScreen() {
        assertThat(STATES)
                .allSatisfy(
                        state -> assertThat(count("/journeys?state=" + state)).isPositive());
        assertThat(count("/messages?state=held") + count("/messages?state=dropped"))
                .isGreaterThan(20);
        assertThat(count("/messages?state=handed-over")).isZero();
        assertThat(count("/events")).isEqualTo(100);

        var page = house.page();
        for (var list : List.of("events", "journeys", "messages", "event-types")) {
            page.navigate(house.designer() + "/" + list);
            assertThat(page.locator(".us-rows tbody tr").nth(9)).isVisible();
            Look.at(page).and("demo-" + list).shouldFit();
        }
        var failed = api.get("/journeys?state=failed").at("/items/0/id").asString();
        page.navigate(house.designer() + "/journey/" + failed);
        assertThat(page.locator("#journey-retry")).isVisible();
        Look.at(page).and("journey-failed").shouldFit();
        page.context().close();
    }

    @Test
    void shouldDoubleNothingWhenItRunsAgain() throws Exception {
        // given: one day, since what is live is of today
        var today = LocalDate.now(ZoneOffset.UTC);
        var workflows = count("/workflows");
        var journeys = sum(journeys());
        var newest = api.get("/events?limit=1").at("/items/0/id").asString();

        // when
        run();
        assumeTrue(today.equals(LocalDate.now(ZoneOffset.UTC)), "a new day has begun, which brings new events");

        // then
        assertThat(count("/workflows")).isEqualTo(workflows);
        assertThat(api.get("/events?limit=1").at("/items/0/id").asString()).isEqualTo(newest);
        assertThat(sum(journeys())).isEqualTo(journeys);
    }

    private static int count(String path) {
        return api.get(path + (path.contains("?") ? "&" : "?") + "limit=100")
                .path("items")
                .size();
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (java.io.IOException e) {
            return "no log";
        }
    }
}
