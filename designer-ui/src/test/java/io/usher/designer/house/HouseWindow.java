package io.usher.designer.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.usher.designer.FailedPage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A window of the running house for each test, in which admin is signed in; an error in the browser fails the test. */
abstract class HouseWindow {

    static RunningHouse house;
    static Api api;

    @RegisterExtension
    final AfterTestExecutionCallback failed = test -> FailedPage.keep(test, this.page);

    private final List<String> complaints = new ArrayList<>();
    Page page;

    @BeforeAll
    static void openHouse() {
        house = RunningHouse.open();
        api = house.api();
    }

    @BeforeEach
    void openWindow() {
        page = house.page();
        page.onPageError(complaints::add);
    }

    @AfterEach
    void shouldHaveNoErrorInTheBrowser() {
        page.context().close();
        assertThat(complaints).isEmpty();
    }

    /** A setting in the side form of the drawing screen. */
    Locator setting(String name) {
        return page.locator("#side [data-setting='" + name + "']");
    }
}
