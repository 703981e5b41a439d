package io.usher.designer.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import io.usher.designer.DesignerAlone;
import io.usher.designer.FailedPage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The built canvas in a real browser: one designer and one Chromium for all such tests of a run, a window of its own for
 * each. Nothing moves by itself there, so that a look never falls into the middle of a movement.
 */
abstract class CanvasTest {

    private static DesignerAlone designer;

    @RegisterExtension
    final AfterTestExecutionCallback failed = test -> FailedPage.keep(test, this.page);

    Page page;
    CanvasPage canvas;
    private final List<String> complaints = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        designer = DesignerAlone.open();
    }

    @BeforeEach
    void openTheCanvas() throws IOException {
        openTabOf(designer.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(1440, 900)
                        .setReducedMotion(ReducedMotion.REDUCE)));
    }

    @AfterEach
    void shouldHaveNoErrorInTheBrowser() {
        page.context().close();
        assertThat(complaints).isEmpty();
    }

    /** Another tab with an empty canvas, which {@link #page} and {@link #canvas} are from now on. */
    void openTabOf(BrowserContext context) throws IOException {
        page = context.newPage();
        page.setDefaultTimeout(60_000);
        page.onPageError(complaints::add);
        page.navigate(designer.url() + "/canvas-bench");
        canvas = new CanvasPage(page);
        canvas.offer();
    }
}
