package io.usher.designer.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import io.usher.designer.DesignerTest;
import io.usher.designer.engine.SessionEnd;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** Tabs share one HTTP session, not one session of the engine: a tab may be older than the last sign-in. */
@WithAnonymousUser
class BackToSignInTest extends DesignerTest {

    private static final String CONTEXT = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

    @Autowired
    private SessionEnd sessionEnd;

    @Test
    void shouldSignOutWhenTheSessionOfThePageHasEnded() {
        // given
        ComponentUtil.setData(UI.getCurrent(), SignedIn.class, signIn("anna"));

        // when
        sessionEnd.end(UI.getCurrent());

        // then
        assertThat(httpSession().getAttribute(CONTEXT)).isNull();
        assertThat(httpSession().getAttribute(SignInNotice.ATTRIBUTE)).isInstanceOf(SignInNotice.SessionEnded.class);
    }

    @Test
    void shouldNotSignOutWhoHasSignedInAnewInAnotherTab() {
        // given
        ComponentUtil.setData(UI.getCurrent(), SignedIn.class, signIn("anna"));
        signIn("anna");

        // when
        sessionEnd.end(UI.getCurrent());

        // then
        assertThat(httpSession().getAttribute(CONTEXT)).isNotNull();
        assertThat(httpSession().getAttribute(SignInNotice.ATTRIBUTE)).isNull();
    }
}
