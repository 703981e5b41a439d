package io.usher.engine.account.web;

import io.usher.engine.platform.PlatformProperties;
import io.usher.engine.platform.web.ProblemAnswers;
import io.usher.engine.platform.web.RateLimit;
import io.usher.engine.platform.web.WebProperties;
import io.usher.engine.shared.Problems;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CorsSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.authentication.ServerAuthenticationEntryPointFailureHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.util.matcher.NegatedServerWebExchangeMatcher;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Every request brings its credential; nothing is kept between requests and no cookie is set, so there is nothing to forge. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

    /** What health waits for the database to say who asks, before it answers as to anybody. */
    private static final Duration HEALTH_LIMIT = Duration.ofSeconds(1);

    @Bean
    SecurityWebFilterChain securityChain(
            ServerHttpSecurity http,
            ReactiveAuthenticationManager manager,
            ProblemAnswers answers,
            RouteRights rights,
            PlatformProperties properties,
            WebProperties web) {
        var refusals = new Refusals(answers);
        return http.csrf(CsrfSpec::disable)
                .cors(CorsSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .httpBasic(HttpBasicSpec::disable)
                .logout(LogoutSpec::disable)
                .requestCache(RequestCacheSpec::disable)
                .headers(headers -> headers.writer(new AnswerPolicy()))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .addFilterAt(authentication(manager, refusals), SecurityWebFiltersOrder.AUTHENTICATION)
                .addFilterAt(healthAuthentication(manager), SecurityWebFiltersOrder.AUTHENTICATION)
                .addFilterAfter(new CallerRate(new RateLimit(web.perCaller())), SecurityWebFiltersOrder.AUTHENTICATION)
                .addFilterAfter(new MustChangePasswordFilter(), SecurityWebFiltersOrder.AUTHORIZATION)
                .addFilterAfter(new ConfirmPasswordFilter(), SecurityWebFiltersOrder.AUTHORIZATION)
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeExchange(paths -> AccessRules.apply(paths, rights, properties.controlledClock()))
                .build();
    }

    @Bean
    ServerWebExchangeFirewall pathFirewall() {
        return new PathFirewall();
    }

    /** What the strict rules refuse is answered as a problem too. */
    @Bean
    ServerExchangeRejectedHandler rejectedRequests(ProblemAnswers answers) {
        return (exchange, rejected) -> answers.write(
                exchange,
                Problems.invalid("path", "path", "This path, method or header is not taken here")
                        .problem());
    }

    private static AuthenticationWebFilter authentication(ReactiveAuthenticationManager manager, Refusals refusals) {
        var filter = new AuthenticationWebFilter(manager);
        filter.setRequiresAuthenticationMatcher(new NegatedServerWebExchangeMatcher(AccessRules.open()));
        filter.setServerAuthenticationConverter(exchange -> Mono.justOrEmpty(credential(exchange)));
        filter.setAuthenticationFailureHandler(new ServerAuthenticationEntryPointFailureHandler(refusals));
        return filter;
    }

    /** Nobody is refused here: who is not known, or not in time, is anybody. */
    private static AuthenticationWebFilter healthAuthentication(ReactiveAuthenticationManager manager) {
        ReactiveAuthenticationManager known = Mono::just;
        var filter = new AuthenticationWebFilter(known);
        filter.setRequiresAuthenticationMatcher(AccessRules.health());
        filter.setServerAuthenticationConverter(exchange -> Mono.justOrEmpty(credential(exchange))
                .flatMap(manager::authenticate)
                .filter(caller -> caller instanceof CallerAuthentication found && !found.mustChangePassword())
                .timeout(HEALTH_LIMIT)
                .onErrorResume(failure -> Mono.empty()));
        return filter;
    }

    private static Optional<Credential> credential(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION))
                .map(Credential::parse);
    }
}
