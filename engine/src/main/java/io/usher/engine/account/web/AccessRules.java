package io.usher.engine.account.web;

import io.usher.engine.account.Caller.Scope;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.security.web.server.util.matcher.OrServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import reactor.core.publisher.Mono;

/** Which path needs which scope; the first line that matches decides, and what matches none needs a known caller. */
final class AccessRules {

    private static final String[] HEALTH = {"/actuator/health", "/actuator/health/**"};
    private static final String[] OPEN = {
        "/actuator/health",
        "/actuator/health/**",
        "/v3/api-docs",
        "/v3/api-docs.yaml",
        "/v3/api-docs/**",
        "/swagger-ui.html",
        "/swagger-ui/**",
        "/webjars/**"
    };
    private static final String[] CLOCK = {"/actuator/clock", "/actuator/clock/**"};
    /** /api/v1/events takes none, and says so to those who may send. */
    private static final String[] EVENTS = {
        "/api/v1/event",
        "/api/v1/event/batch",
        "/api/v2/event",
        "/api/v2/event/batch",
        "/api/v1/events",
        "/api/v1/orders"
    };

    private static final String[] OWN_ACCOUNT = {"/api/v1/me/password", "/api/v1/me/confirm", "/api/v1/sessions/current"
    };
    private static final String[] PEOPLE_ONLY = {
        "/api/v1/api-keys", "/api/v1/api-keys/**",
        "/api/v1/users", "/api/v1/users/**",
        "/api/v1/audit", "/api/v1/audit/**",
        "/api/v1/security-log", "/api/v1/security-log/**"
    };
    /** Users, keys, secrets, export and erasure: a new path of these kinds is added here. */
    private static final String[] CONFIRMED = {
        "/api/v1/api-keys", "/api/v1/api-keys/**",
        "/api/v1/users", "/api/v1/users/**",
        "/api/v1/secrets", "/api/v1/secrets/**",
        "/api/v1/exports", "/api/v1/exports/**",
        "/api/v1/erasures", "/api/v1/erasures/**"
    };

    private static final ServerWebExchangeMatcher CONFIRMED_WRITES = new OrServerWebExchangeMatcher(
            ServerWebExchangeMatchers.pathMatchers(HttpMethod.POST, CONFIRMED),
            ServerWebExchangeMatchers.pathMatchers(HttpMethod.PUT, CONFIRMED),
            ServerWebExchangeMatchers.pathMatchers(HttpMethod.PATCH, CONFIRMED),
            ServerWebExchangeMatchers.pathMatchers(HttpMethod.DELETE, CONFIRMED));

    private AccessRules() {}

    /** Open, and says more to who may read; it must answer although the database, which knows the callers, does not. */
    static ServerWebExchangeMatcher health() {
        return ServerWebExchangeMatchers.pathMatchers(HEALTH);
    }

    /** Where no credential is asked for. */
    static ServerWebExchangeMatcher open() {
        return ServerWebExchangeMatchers.pathMatchers(OPEN);
    }

    /** What a person may do only when the password was typed a short while ago. */
    static ServerWebExchangeMatcher confirmed() {
        return CONFIRMED_WRITES;
    }

    static void apply(AuthorizeExchangeSpec paths, boolean controlledClock) {
        paths.pathMatchers(OPEN).permitAll();
        paths.pathMatchers(HttpMethod.POST, "/api/v1/sessions").permitAll();
        paths.pathMatchers(CLOCK).access((caller, context) -> Mono.just(clock(controlledClock, context)));
        paths.pathMatchers(HttpMethod.POST, EVENTS).hasAuthority(Scope.SEND.name());
        paths.pathMatchers(OWN_ACCOUNT).hasAuthority(Scope.PEOPLE.name());
        paths.pathMatchers(PEOPLE_ONLY).hasAuthority(Scope.PEOPLE.name());
        paths.pathMatchers(HttpMethod.GET, "/api/**").hasAuthority(Scope.READ.name());
        paths.pathMatchers(HttpMethod.HEAD, "/api/**").hasAuthority(Scope.READ.name());
        paths.pathMatchers("/api/**").hasAuthority(Scope.MANAGE.name());
        paths.anyExchange().authenticated();
    }

    private static AuthorizationResult clock(boolean controlled, AuthorizationContext context) {
        var remote = context.getExchange().getRequest().getRemoteAddress();
        return new AuthorizationDecision(controlled && loopback(remote));
    }

    private static boolean loopback(@Nullable InetSocketAddress remote) {
        return remote != null
                && remote.getAddress() != null
                && remote.getAddress().isLoopbackAddress();
    }
}
