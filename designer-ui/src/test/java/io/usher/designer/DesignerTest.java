package io.usher.designer;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.PageVisibility;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.shared.JsonConstants;
import io.usher.designer.account.SignedIn;
import io.usher.designer.engine.Person;
import io.usher.designer.engine.SessionToken;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** A page of the designer without a browser, in front of an engine of the test's own. */
@SpringBootTest
public abstract class DesignerTest extends SpringBrowserlessTest {

    protected static final FakeEngine ENGINE = new FakeEngine();

    protected static final Duration LOOK_EVERY = Duration.ofMillis(20);

    protected static final String DESIGNER_KEY = "designer-key-of-this-run";

    /** The catalogue that every test answers, since the designer asks for it once a minute only. */
    protected static final String BLOCKS = """
            [{"key":"start","title":"Start","help":"Journeys begin here.","summary":"","family":"flow",
              "familyOrder":0,"icon":"play","drawn":"start-event","taskType":null,"ways":"one","fields":[]}]""";

    /** How mail leaves a house that has just been set up. */
    protected static final String NO_MAIL = """
            {"items":[{"channel":"email","server":false,"catcher":false,"sender":null,
              "transactional":[{"code":"no-mail-server","text":"No mail server is configured"}],
              "marketing":[{"code":"no-unsubscribe-page","text":"There is no page"},
                {"code":"no-mail-server","text":"No mail server is configured"}]}]}""";

    @DynamicPropertySource
    static void engine(DynamicPropertyRegistry registry) {
        registry.add("usher.engine.url", ENGINE::url);
        registry.add("usher.engine.look-every", () -> LOOK_EVERY.toMillis() + "ms");
        registry.add("usher.engine.key", () -> DESIGNER_KEY);
    }

    @BeforeEach
    void annaIsKnown() {
        ENGINE.add("anna", "her password", false);
    }

    /** A page that is still saving something is not heard any more, so that it cannot touch what the next test stores. */
    @AfterEach
    void nobodyIsSignedIn() {
        SecurityContextHolder.clearContext();
        ENGINE.forgetSessions();
        ENGINE.storeIs("UP");
        ENGINE.forgetAnswers();
    }

    /** Somebody the engine knows, as after the sign-in page. */
    protected SignedIn signIn(String user) {
        var token = new SessionToken(ENGINE.openSession(user));
        var signedIn = new SignedIn(new Person(user, new Person.Workspace("w1", "Opera House")), token);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                signedIn, null, AuthorityUtils.createAuthorityList("ROLE_USER")));
        SecurityContextHolder.setContext(context);
        httpSession().setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
        return signedIn;
    }

    protected static WrappedSession httpSession() {
        return VaadinSession.getCurrent().getSession();
    }

    /** Waits until what came back from the engine has reached the page. */
    protected static void eventually(ThrowingRunnable seen) {
        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .ignoreException(NoSuchElementException.class)
                .untilAsserted(() -> {
                    MockVaadin.clientRoundtrip();
                    seen.run();
                });
    }

    /** The browser says whether the page's tab can be seen. */
    protected static void tab(PageVisibility seen) {
        var page = UI.getCurrent().getElement();
        // the browser tells it once it has rested for a moment
        var said = JsonMapper.shared()
                .createObjectNode()
                .put("event.detail", seen.name())
                .put(JsonConstants.EVENT_DATA_PHASE, JsonConstants.EVENT_PHASE_TRAILING);
        page.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(page, "vaadin-page-visibility-change", said));
        MockVaadin.clientRoundtrip();
    }

    /** Waits until this person asks the engine nothing any more, for the time of many looks. */
    protected static void nothingIsAsked(SessionToken by) {
        nothingIsAsked(() -> ENGINE.calls().stream()
                .filter(call -> call.authorization().equals("Bearer " + by.value()))
                .count());
    }

    /** Waits until no more calls come in, for the time of many looks. */
    protected static void nothingIsAsked(LongSupplier calls) {
        var last = new AtomicLong(-1);
        Awaitility.await()
                .pollInSameThread()
                .during(LOOK_EVERY.multipliedBy(20))
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    MockVaadin.clientRoundtrip();
                    long now = calls.getAsLong();
                    return last.getAndSet(now) == now;
                });
    }

    /** All the words a component shows. */
    protected static String words(Component component) {
        return component.getElement().getTextRecursively();
    }
}
