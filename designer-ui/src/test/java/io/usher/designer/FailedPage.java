package io.usher.designer;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a page showed when its test failed: as a picture beside the others, and its text in the log of the run. */
public final class FailedPage {

    private static final Logger LOG = LoggerFactory.getLogger(FailedPage.class);
    private static final int MOST_LETTERS = 4000;

    private FailedPage() {}

    /** Does nothing for a test that has passed. */
    public static void keep(ExtensionContext test, Page page) {
        if (test.getExecutionException().isEmpty()) {
            return;
        }
        var name = test.getRequiredTestClass().getSimpleName() + "-"
                + test.getRequiredTestMethod().getName();
        try {
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", "failed", name + ".png")));
            var text = page.locator("body").innerText();
            LOG.info(
                    "{} failed at {} on:\n{}",
                    name,
                    page.url(),
                    text.substring(0, Math.min(text.length(), MOST_LETTERS)));
        } catch (PlaywrightException e) {
            LOG.info("{} failed, and its page cannot be looked at: {}", name, e.getMessage());
        }
    }
}
