package io.usher.designer.account;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import io.usher.designer.safety.AnonymousSessions;
import io.usher.designer.safety.PagePolicy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Who may see what: everything needs a signed-in person, except the sign-in page, its pictures and health. */
@Configuration
class SecurityConfiguration {

    /** Where the sign-in form is posted to; not the page's own address, which Vaadin exempts from CSRF checks. */
    static final String SIGN_IN_POST = "/session";

    @Bean
    SecurityFilterChain designer(HttpSecurity http, EngineAuthentication engine, AnonymousSessions anonymous) {
        http.setSharedObject(RequestCache.class, placesAskedFor());
        return http.authorizeHttpRequests(
                        requests -> requests.requestMatchers("/usher/**", "/aura/**", "/actuator/health/**", "/error")
                                .permitAll())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(PagePolicy.NOTHING))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .sessionManagement(sessions -> sessions.addSessionAuthenticationStrategy((person, request, response) ->
                        anonymous.signedIn(request.getRequestedSessionId(), request.getSession())))
                .authenticationProvider(engine)
                .formLogin(form -> form.loginPage("/" + SignInView.ROUTE)
                        .loginProcessingUrl(SIGN_IN_POST)
                        .authenticationDetailsSource(DeviceCookie::browser)
                        .failureHandler(this::backToSignIn))
                .sessionManagement(sessions -> sessions.addSessionAuthenticationStrategy(new DeviceCookie()))
                .exceptionHandling(denied -> denied.defaultAccessDeniedHandlerFor(
                        (request, response, denial) -> say(new SignInNotice.SessionEnded(), request, response),
                        PathPatternRequestMatcher.withDefaults().matcher(SIGN_IN_POST)))
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView(SignInView.class, "/" + SignInView.ROUTE))
                .build();
    }

    /** Remembers where somebody wanted to go, and brings them there without a mark in the address. */
    @SuppressWarnings("NullAway") // Spring reads null as "no mark", but its setter is not marked so
    private static RequestCache placesAskedFor() {
        var places = new HttpSessionRequestCache();
        places.setMatchingRequestParameterName(null);
        return places;
    }

    private void backToSignIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var notice = failure instanceof SignInRefused refused
                ? refused.notice()
                : new SignInNotice.Refused("", failure.getClass().getSimpleName());
        say(notice, request, response);
    }

    private static void say(SignInNotice notice, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        request.getSession().setAttribute(SignInNotice.ATTRIBUTE, notice);
        response.sendRedirect(request.getContextPath() + "/" + SignInView.ROUTE);
    }
}
