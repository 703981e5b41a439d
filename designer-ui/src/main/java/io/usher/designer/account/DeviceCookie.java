package io.usher.designer.account;

import io.usher.designer.engine.Browser;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;

/**
 * Marks a browser in which somebody has signed in, so that strangers who guess at the account do not keep this browser waiting
 * (OWASP's device cookie). It opens nothing by itself, and is sent to the sign-in alone.
 */
final class DeviceCookie implements SessionAuthenticationStrategy {

    static final String NAME = "usher-device";

    private static final Duration KEPT = Duration.ofDays(180);

    /** The token that is on its way from the engine's answer to the browser. */
    record Fresh(String token) {

        @Override
        public String toString() {
            return "Fresh[masked]";
        }
    }

    /** Whose sign-in this request is, as far as the connection and the cookie tell. */
    static Browser browser(HttpServletRequest request) {
        var cookies = Objects.requireNonNullElse(request.getCookies(), new Cookie[0]);
        var device = Stream.of(cookies)
                .filter(cookie -> NAME.equals(cookie.getName()))
                .map(Cookie::getValue)
                .findFirst()
                .orElse(null);
        return new Browser(request.getRemoteAddr(), device);
    }

    /** Called once somebody has signed in: the token goes to the browser and nowhere else. */
    @Override
    public void onAuthentication(
            Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        if (authentication.getDetails() instanceof Fresh fresh) {
            var cookie = ResponseCookie.from(NAME, fresh.token())
                    .path(request.getContextPath() + SecurityConfiguration.SIGN_IN_POST)
                    .maxAge(KEPT)
                    .httpOnly(true)
                    .secure(request.isSecure())
                    .sameSite("Lax")
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
            if (authentication instanceof AbstractAuthenticationToken kept) {
                kept.setDetails(null);
            }
        }
    }
}
