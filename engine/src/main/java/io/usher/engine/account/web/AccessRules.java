package io.usher.engine.account.web;

import io.usher.engine.account.Caller;
import io.usher.engine.account.Caller.Scope;
import io.usher.engine.account.Right;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.security.web.server.util.matcher.OrServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Which calls are open; every other is asked for the right of its handler. */
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
    private static final String METRICS = "/actuator/prometheus";
    private static final String SIGN_IN = "/api/v1/sessions";

    private static final List<PathPattern> OPEN_TO_ALL_METHODS = patterns(OPEN);
    private static final List<PathPattern> FROM_THIS_MACHINE = patterns(CLOCK);

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
        "/api/v1/settings/mail/connections", "/api/v1/settings/mail/connections/**",
        "/api/v1/exports", "/api/v1/exports/**",
        "/api/v1/erasures", "/api/v1/erasures/**"
    };

    private static final ServerWebExchangeMatcher CONFIRMED_WRITES = new OrServerWebExchangeMatcher(
            ServerWebExchangeMatchers.pathMatchers(HttpMethod.POST, CONFIRMED),
            ServerWebExchangeMatchers.pathMatchers(HttpMethod.PUT, CONFIRMED),
            ServerWebExchangeMatchers.pathMatchers(HttpMethod.PATCH, CONFIRMED),
            ServerWebExchangeMatchers.pathMatchers(HttpMethod.DELETE, CONFIRMED),
            // what an export made leaves with it
            ServerWebExchangeMatchers.pathMatchers(HttpMethod.GET, "/api/v1/jobs/*/result"));
    private static final ServerWebExchangeMatcher PEOPLE = ServerWebExchangeMatchers.pathMatchers(PEOPLE_ONLY);

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

    /** Whether a handler of this method (null: of any) and pattern needs no right. */
    static boolean openRoute(@Nullable String method, String pattern) {
        return covered(OPEN_TO_ALL_METHODS, pattern)
                || covered(FROM_THIS_MACHINE, pattern)
                || HttpMethod.POST.name().equals(method) && pattern.equals(SIGN_IN);
    }

    /** Whether the call is guarded here, since its handler is Spring's and carries no right of ours. */
    static boolean guardedHere(String pattern) {
        return pattern.equals(METRICS);
    }

    /** Whether the caller is told that no handler takes this call. */
    static Mono<Boolean> toldOfNothing(Caller caller, ServerWebExchange exchange) {
        var method = exchange.getRequest().getMethod();
        boolean reads = method == HttpMethod.GET || method == HttpMethod.HEAD;
        boolean ofApi = exchange.getRequest().getPath().value().startsWith("/api/");
        return PEOPLE.matches(exchange)
                .map(MatchResult::isMatch)
                .map(people -> people ? Scope.PEOPLE : reads ? Scope.READ : Scope.MANAGE)
                .map(scope -> !ofApi || caller.scopes().contains(scope));
    }

    static void apply(AuthorizeExchangeSpec paths, RouteRights rights, boolean controlledClock) {
        paths.pathMatchers(OPEN).permitAll();
        paths.pathMatchers(HttpMethod.POST, SIGN_IN).permitAll();
        paths.pathMatchers(CLOCK).access((caller, context) -> Mono.just(clock(controlledClock, context)));
        paths.pathMatchers(METRICS, METRICS + "/**").access(RightsManager.needs(Right.METRICS_READ));
        paths.anyExchange().access(new RightsManager(rights));
    }

    private static List<PathPattern> patterns(String... texts) {
        return List.of(texts).stream()
                .map(PathPatternParser.defaultInstance::parse)
                .toList();
    }

    private static boolean covered(List<PathPattern> open, String pattern) {
        var path = PathContainer.parsePath(pattern.replaceAll("[{}*]", ""));
        return open.stream().anyMatch(each -> each.matches(path));
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
