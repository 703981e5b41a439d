package io.usher.designer.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.usher.designer.BuiltDesigner;
import io.usher.designer.DesignerAlone;
import io.usher.designer.FakeEngine;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way in as a person walks it: the built designer, in a real browser. */
class SignInIT {

    private static FakeEngine engine;
    private static DesignerAlone designer;

    private final List<String> complaints = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void start() throws Exception {
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        designer = DesignerAlone.open();
        engine = designer.engine();
    }

    @BeforeEach
    void open() {
        page = page(1440, 900, ColorScheme.LIGHT);
    }

    @AfterEach
    void shouldHaveNoErrorInTheBrowser() {
        page.context().close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void shouldLeadThroughTheFirstSignInToTheStatusPage() {
        // given
        engine.add("admin", "given password", true);
        page.navigate(designer.url() + "/status");
        assertThat(page.locator("h1")).hasText("Sign in");
        picture("sign-in");

        // when: the wrong password, then the right one
        fill("wrong");
        assertThat(page.getByRole(AriaRole.ALERT)).hasText("Wrong user name or password.");
        picture("sign-in-wrong");
        page.locator("#password input").fill("given password");
        page.locator("#submit").click();

        // then: a new password is asked for, with the engine's rules
        assertThat(page.locator("h1")).hasText("Choose your password");
        assertThat(page.locator("#new-password input")).isFocused();
        choose("short");
        assertThat(page.locator("#new-password")).containsText("at least 10 characters");
        picture("new-password");
        choose("much better one");

        // and the person is where they wanted to go
        assertThat(page).hasURL(designer.url() + "/status");
        assertThat(page.locator("h2")).hasText("Everything is running");
        assertThat(page.locator("#engine")).containsText("7.7.7");
        picture("status");
        assertThat(inTheBrowser()).doesNotContain("token-");
    }

    @Test
    void shouldComeBackToTheSamePlaceAfterTheEngineForgotTheSession() {
        // given
        signIn("clara");
        page.navigate(designer.url() + "/status?from=history");
        assertThat(page.locator("h2")).hasText("Everything is running");

        // when
        engine.forgetSessions();
        page.reload();

        // then
        assertThat(page).hasURL(designer.url() + "/sign-in");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Your session has ended");
        assertThat(page.locator("#user input")).isFocused();
        page.locator("#user input").fill("clara");
        page.locator("#password input").fill("her password");
        page.locator("#submit").click();
        assertThat(page).hasURL(designer.url() + "/status?from=history");
    }

    @Test
    void shouldSayThatTheEngineIsAwayAndGoOnWhenItIsBack() {
        // given
        signIn("dora");

        // when
        engine.goAway();
        try {
            assertThat(page.locator("h2")).hasText("The engine does not answer");
            picture("status-away");
        } finally {
            engine.comeBack();
        }

        // then
        assertThat(page.locator("h2")).hasText("Everything is running");
    }

    @Test
    void shouldRememberTheAppearanceAndSignOut() {
        // given
        signIn("emil");

        // when
        page.locator(".us-person vaadin-menu-bar-button").first().click();
        page.getByText("Dark", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("html")).hasCSS("color-scheme", "dark");
        page.reload();

        // then
        assertThat(page.locator("h2")).hasText("Everything is running");
        assertThat(page.locator("html")).hasCSS("color-scheme", "dark");
        page.locator(".us-person vaadin-menu-bar-button").first().click();
        page.getByText("Sign out", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page).hasURL(Pattern.compile(".*/sign-in"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !engine.calls("DELETE", "/api/v1/sessions/current").isEmpty());
    }

    @Test
    void shouldBeKnownToTheEngineAsTheSameBrowserTheNextTime() {
        // given
        signIn("frida");
        var device = page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("usher-device"))
                .toList();
        assertThat(device).singleElement().satisfies(cookie -> {
            assertThat(cookie.httpOnly).isTrue();
            assertThat(cookie.path).isEqualTo("/session");
        });

        // when
        page.locator(".us-person vaadin-menu-bar-button").first().click();
        page.getByText("Sign out", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page).hasURL(Pattern.compile(".*/sign-in"));
        signIn("frida");

        // then
        var calls = engine.calls("POST", "/api/v1/sessions");
        assertThat(calls.getLast().text()).contains("\"device\":\"device-of-frida\"");
        assertThat(calls.getLast().designerKey()).isEqualTo(BuiltDesigner.KEY);
    }

    @Test
    void shouldChangeThePasswordFromTheMenu() {
        // given
        signIn("gerda");
        page.locator(".us-person vaadin-menu-bar-button").first().click();
        page.getByText("Change password", new Page.GetByTextOptions().setExact(true))
                .click();
        page.locator("#current-password input").fill("not hers");
        page.locator("#fresh-password input").fill("much better one");
        page.locator("#fresh-again input").fill("much better one");

        // when: wrong, then right
        page.locator("#save-password").click();
        assertThat(page.locator("#current-password")).containsText("The current password is wrong");
        picture("change-password");
        page.locator("#current-password input").fill("her password");
        page.locator("#save-password").click();

        // then
        assertThat(page.locator("#save-password")).hasCount(0);
        assertThat(page.getByText("Your password is changed")).isVisible();
        assertThat(inTheBrowser()).doesNotContain("much better one");
    }

    @Test
    void shouldMarkTheCookieSecureBehindTls() throws Exception {
        // when
        var plain = designer.header("/sign-in", "Set-Cookie", "X-Forwarded-Proto", "http");
        var tls = designer.header("/sign-in", "Set-Cookie", "X-Forwarded-Proto", "https");

        // then
        assertThat(plain.orElseThrow()).contains("HttpOnly", "SameSite=Lax").doesNotContain("Secure");
        assertThat(tls.orElseThrow()).contains("HttpOnly", "SameSite=Lax", "Secure");
    }

    @Test
    void shouldLeaveNothingOfAPersonInTheBrowserAfterTheSignOut() {
        // given
        signIn("flora");
        page.evaluate("""
                () => {
                  localStorage.setItem('usher.drawing:w1:flora', '{}');
                  localStorage.setItem('usher.kept:w1:flora', '{}');
                  localStorage.setItem('usher.clipboard', '{}');
                }""");

        // when
        page.locator(".us-person vaadin-menu-bar-button").first().click();
        page.getByText("Sign out", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page).hasURL(Pattern.compile(".*/sign-in"));

        // then
        assertThat(page.evaluate(
                        "Object.keys(localStorage).filter((key) => /drawing|kept|clipboard|person/.test(key)).length"))
                .isEqualTo(0);
    }

    @Test
    void shouldHandNothingCopiedToTheNextPerson() {
        // given
        signIn("gerda");
        page.evaluate("() => localStorage.setItem('usher.clipboard', '{}')");
        engine.forgetSessions();
        page.context().clearCookies();

        // when
        signIn("hanna");

        // then
        assertThat(page.evaluate("localStorage.getItem('usher.clipboard')")).isNull();
    }

    @Test
    void shouldGiveEveryPageAPolicyThatLetsNoForeignScriptIn() {
        // given
        var answer = page.navigate(designer.url() + "/sign-in");
        assertThat(page.locator("#user input")).isFocused();

        // then: the page works under it, and is not kept by the browser
        var policy = answer.headerValue("content-security-policy");
        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self' 'nonce-", "frame-ancestors 'none'")
                .doesNotContain("script-src 'self' 'unsafe-inline'");
        assertThat(answer.headerValue("x-content-type-options")).isEqualTo("nosniff");
        assertThat(answer.headerValue("referrer-policy")).isEqualTo("same-origin");
        assertThat(answer.headerValue("cache-control")).contains("no-store");

        // and a script that got into it does not run
        page.evaluate("""
                () => {
                  const script = document.createElement('script');
                  script.textContent = 'window.intruder = true';
                  document.body.append(script);
                  const picture = document.createElement('img');
                  picture.setAttribute('onerror', 'window.intruder = true');
                  picture.src = '/none.png';
                  document.body.append(picture);
                }""");
        page.waitForResponse("**/none.png", () -> page.evaluate("fetch('/none.png')"));
        assertThat(page.evaluate("window.intruder === undefined")).isEqualTo(true);
    }

    @Test
    void shouldNotAnswerUnderANameItWasNotTold() throws Exception {
        try (var socket = new Socket(designer.url().getHost(), designer.url().getPort())) {
            socket.getOutputStream()
                    .write("GET /sign-in HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
                    .startsWith("HTTP/1.1 400")
                    .contains("USHER_HOSTS");
        }
    }

    private void signIn(String user) {
        engine.add(user, "her password", false);
        page.navigate(designer.url() + "/status");
        assertThat(page.locator("#user input")).isFocused();
        page.locator("#user input").fill(user);
        page.locator("#password input").fill("her password");
        page.locator("#submit").click();
        assertThat(page.locator("h2")).hasText("Everything is running");
    }

    private void fill(String password) {
        assertThat(page.locator("#user input:focus, #password input:focus")).hasCount(1);
        page.locator("#user input").fill("admin");
        page.locator("#password input").fill(password);
        page.locator("#submit").click();
    }

    private void choose(String password) {
        page.locator("#new-password input").fill(password);
        page.locator("#again input").fill(password);
        page.locator("#submit").click();
    }

    /** All that scripts of the page could read: text, storage and cookies. */
    private String inTheBrowser() {
        return page.content()
                + page.evaluate("JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + document.cookie");
    }

    /** The page in both schemes and both sizes, to be looked at. */
    private void picture(String name) {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int[] size : new int[][] {{1440, 900}, {1024, 768}}) {
                page.setViewportSize(size[0], size[1]);
                var file = "%s-%s-%d.png".formatted(name, scheme.name().toLowerCase(Locale.ROOT), size[0]);
                page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screens", file)));
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1440, 900);
    }

    private Page page(int width, int height, ColorScheme scheme) {
        var opened = designer.browser()
                .newPage(new Browser.NewPageOptions()
                        .setViewportSize(width, height)
                        .setColorScheme(scheme));
        opened.setDefaultTimeout(60_000);
        opened.onPageError(complaints::add);
        return opened;
    }
}
