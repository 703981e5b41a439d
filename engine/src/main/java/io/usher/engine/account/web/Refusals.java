package io.usher.engine.account.web;

import io.usher.engine.platform.web.ProblemAnswers;
import io.usher.engine.shared.Problem;
import io.usher.engine.shared.Problems;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** 401 and 403 as problems. The challenge is Bearer, never Basic: a browser must not ask for a password and keep it. */
final class Refusals implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {

    private static final Problem NO_CREDENTIAL = unauthenticated(
            "Send an API key (Basic password or Bearer) or a session token (Bearer) in the Authorization header");
    private static final Problem WRONG_CREDENTIAL =
            unauthenticated("This API key or session token is not known, or no longer");
    private static final Problem EXPIRED_KEY =
            new Problem("key-expired", "Not signed in", 401, "This API key has expired; make a new one", List.of());
    private static final Problem NOT_ALLOWED = Problems.forbidden(
                    "not-allowed", "This caller may not do this; the scopes of a key are in its list")
            .problem();

    private final ProblemAnswers answers;

    Refusals(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException failure) {
        exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        return answers.write(
                exchange,
                switch (failure) {
                    case CredentialsExpiredException expired -> EXPIRED_KEY;
                    case BadCredentialsException unknown -> WRONG_CREDENTIAL;
                    default -> NO_CREDENTIAL;
                });
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
        return answers.write(exchange, problem(denied));
    }

    private static Problem problem(AccessDeniedException denied) {
        return denied instanceof AuthorizationDeniedException refused
                        && refused.getAuthorizationResult() instanceof MissingRight missing
                ? missing.problem()
                : NOT_ALLOWED;
    }

    private static Problem unauthenticated(String detail) {
        return new Problem("unauthenticated", "Not signed in", 401, detail, List.of());
    }
}
