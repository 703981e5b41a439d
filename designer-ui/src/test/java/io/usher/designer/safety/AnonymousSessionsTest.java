package io.usher.designer.safety;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSessionEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.util.unit.DataSize;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class AnonymousSessionsTest {

    private final AnonymousSessions sessions = new AnonymousSessions(new SafetyProperties(
            List.of(), DataSize.ofMegabytes(1), Duration.ofHours(12), Duration.ofMinutes(20), 5, 3));

    @AfterEach
    void noRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void shouldEndTheOwnOldestOfWhoOpensTooMany() {
        var honest = open("192.0.2.1");
        var first = open("192.0.2.9");
        open("192.0.2.9");
        open("192.0.2.9");

        open("192.0.2.9");

        assertThat(first.isInvalid()).isTrue();
        assertThat(honest.isInvalid()).isFalse();
        assertThat(sessions.count()).isEqualTo(4);
    }

    @Test
    void shouldCountANetworkOfVersionSixAsOne() {
        var first = open("2001:db8:1:2::1");
        open("2001:db8:1:2::2");
        open("2001:db8:1:2::3");

        open("2001:db8:1:2:ffff::4");

        assertThat(first.isInvalid()).isTrue();
    }

    @Test
    void shouldEndTheOldestOfAllWhenManyOpenAFew() {
        var first = open("192.0.2.1");
        for (int i = 2; i <= 6; i++) {
            open("192.0.2." + i);
        }

        assertThat(first.isInvalid()).isTrue();
        assertThat(sessions.count()).isEqualTo(5);
    }

    @Test
    void shouldKeepWhoHasSignedInAndGiveThemMoreTime() {
        var person = open("192.0.2.9");
        assertThat(person.getMaxInactiveInterval()).isEqualTo(20 * 60);
        var before = person.getId();
        person.changeSessionId();

        sessions.signedIn(before, person);
        for (int i = 0; i < 10; i++) {
            open("192.0.2.9");
        }

        assertThat(person.isInvalid()).isFalse();
        assertThat(person.getMaxInactiveInterval()).isEqualTo(12 * 60 * 60);
    }

    private MockHttpSession open(String address) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        var session = new MockHttpSession();
        sessions.sessionCreated(new HttpSessionEvent(session));
        return session;
    }
}
