package io.usher.engine.account.web;

import io.usher.engine.account.Caller;
import io.usher.engine.account.Workspace;
import io.usher.engine.account.Workspaces;
import io.usher.engine.platform.words.Sentences;
import io.usher.engine.platform.words.Wording;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives a controller's method the {@link Wording} of who asks: what the request wishes, else what the workspace has. */
@Component
class WordingResolver implements HandlerMethodArgumentResolver {

    private final Sentences sentences;
    private final Workspaces workspaces;

    WordingResolver(Sentences sentences, Workspaces workspaces) {
        this.sentences = sentences;
        this.workspaces = workspaces;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Wording.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
        var asked = exchange.getRequest().getHeaders();
        return workspace().map(Optional::of).defaultIfEmpty(Optional.empty()).map(workspace -> {
            var wording = wording(asked, workspace.orElse(null));
            var answered = exchange.getResponse().getHeaders();
            answered.set(HttpHeaders.CONTENT_LANGUAGE, wording.language().tag());
            answered.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE + ", " + WordingWish.PREFER);
            return wording;
        });
    }

    private Wording wording(HttpHeaders asked, @Nullable Workspace workspace) {
        var zone = WordingWish.zone(asked);
        var locale =
                WordingWish.locale(asked).orElseGet(() -> workspace == null ? Locale.ENGLISH : workspace.language());
        return new Wording(sentences, locale, zone.orElseGet(() -> zoneOf(workspace)), zone.isEmpty());
    }

    private static ZoneId zoneOf(@Nullable Workspace workspace) {
        return workspace == null ? ZoneOffset.UTC : workspace.zone();
    }

    private Mono<Workspace> workspace() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .map(Authentication::getPrincipal)
                .ofType(Caller.class)
                .flatMap(caller -> workspaces.find(caller.workspace()));
    }
}
