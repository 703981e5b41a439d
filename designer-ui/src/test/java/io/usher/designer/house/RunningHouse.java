package io.usher.designer.house;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.usher.designer.BuiltDesigner;
import io.usher.designer.Chromium;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The built engine with the built designer before it, started once for all tests that look at the whole house, and one
 * person, admin, who is signed in. Tests share its data, so each makes its own and looks for that alone.
 */
public final class RunningHouse {

    private static final String PASSWORD = "the second password";

    private static RunningHouse house;

    private final Chromium chromium;
    private final BuiltEngine engine = new BuiltEngine();
    private final BuiltDesigner designer;
    private String password = PASSWORD;
    private String signedIn;

    private RunningHouse() throws IOException {
        chromium = Chromium.ofThisRun();
        Runtime.getRuntime().addShutdownHook(new Thread(engine::kill));
        engine.start();
        designer = new BuiltDesigner(engine.url());
        Runtime.getRuntime().addShutdownHook(new Thread(designer::close));
        var first = session(BuiltEngine.ADMIN_PASSWORD);
        first.put("/me/password", Map.of("current", BuiltEngine.ADMIN_PASSWORD, "new", PASSWORD));
    }

    /** The house of this run; skips the test where there is no Chromium. */
    public static synchronized RunningHouse open() {
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        if (house == null) {
            try {
                house = new RunningHouse();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return house;
    }

    public URI designer() {
        return designer.url();
    }

    public URI engine() {
        return engine.url();
    }

    /** The API with the manage key. */
    public Api api() {
        return new Api(engine.url(), BuiltEngine.MANAGE_KEY);
    }

    /** A new window in which admin is signed in already. */
    public Page page() {
        if (signedIn == null) {
            var page = window(null);
            page.navigate(designer.url() + "/status");
            signIn(page);
            assertThat(page).hasURL(designer.url() + "/status");
            signedIn = page.context().storageState();
            page.context().close();
        }
        return window(signedIn);
    }

    /** The same in a browser of this language. */
    public Page page(String locale) {
        page().context().close();
        return window(signedIn, locale);
    }

    /** A new window in which nobody is signed in. */
    public Page strangersPage() {
        return window(null);
    }

    /** Fills in the sign-in page that stands before the person. */
    public void signIn(Page page) {
        assertThat(page.locator("#user input")).isFocused();
        page.locator("#user input").fill("admin");
        page.locator("#password input").fill(password);
        page.locator("#submit").click();
    }

    /** Every session of admin ends, as it does when the password is changed elsewhere. */
    public void endSessions() {
        var next = password + "!";
        session(password).put("/me/password", Map.of("current", password, "new", next));
        password = next;
        signedIn = null;
    }

    /** Nobody answers at the engine's address any more, from one moment to the next. */
    public void engineGoesAway() {
        engine.kill();
    }

    /** Does nothing when it was there. */
    public void engineComesBack() {
        if (!engine.isRunning()) {
            engine.start();
        }
    }

    /** A file that stands under {@code house} among the tests' resources. */
    public static String text(String name) {
        try {
            return Files.readString(Path.of("src", "test", "resources", "house", name));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Api session(String knownPassword) {
        var token = new Api(engine.url(), "")
                .post("/sessions", Map.of("user", "admin", "password", knownPassword))
                .path("token")
                .asString();
        return new Api(engine.url(), token);
    }

    private Page window(String state) {
        return window(state, "en-US");
    }

    private Page window(String state, String locale) {
        var options = new Browser.NewPageOptions()
                .setLocale(locale)
                .setViewportSize(1440, 900)
                .setColorScheme(ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setTimezoneId("Europe/Stockholm");
        if (state != null) {
            options.setStorageState(state);
        }
        var page = chromium.browser().newPage(options);
        page.setDefaultTimeout(60_000);
        return page;
    }
}
