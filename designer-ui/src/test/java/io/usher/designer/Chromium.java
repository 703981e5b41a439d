package io.usher.designer;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** A real Chromium for a test; without one the test is skipped, and says so. */
public final class Chromium implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1");

    private static Chromium shared;

    private final Playwright playwright;
    private final Browser browser;

    public Chromium() {
        var executable =
                Path.of(Optional.ofNullable(System.getenv("USHER_CHROMIUM")).orElse("/usr/bin/chromium"));
        if (!Files.isExecutable(executable)) {
            var why = "SKIPPED: no Chromium at " + executable + "; install it, or name one in USHER_CHROMIUM";
            System.err.println(why);
            Assumptions.abort(why);
        }
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setHeadless(true)
                        .setArgs(FLAGS));
    }

    /** One for all tests of a run, which ends with it. */
    public static synchronized Chromium ofThisRun() {
        if (shared == null) {
            shared = new Chromium();
        }
        return shared;
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
