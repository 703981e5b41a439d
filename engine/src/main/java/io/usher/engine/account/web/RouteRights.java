package io.usher.engine.account.web;

import io.usher.engine.account.Needs;
import io.usher.engine.account.Right;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import reactor.core.publisher.Mono;

/**
 * Which right a request needs: that of the handler that will take it, found by the mapping that finds it. The engine does not
 * start while a handler has none and is not in the list of open calls.
 */
@Component
class RouteRights {

    private final RequestMappingHandlerMapping handlers;
    private final Map<Method, Right> rights;

    RouteRights(
            List<RequestMappingInfoHandlerMapping> mappings,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers) {
        this.handlers = handlers;
        this.rights = rights(mappings);
    }

    /** Empty when no handler takes this path and method. */
    Mono<Right> of(ServerWebExchange exchange) {
        return handlers.getHandler(exchange)
                .onErrorComplete()
                .ofType(HandlerMethod.class)
                .mapNotNull(handler -> rights.get(handler.getMethod()))
                .switchIfEmpty(Mono.defer(() -> Mono.justOrEmpty(ofPath(exchange))));
    }

    /** For a call that its handler refuses, such as one with another type of body: what stands there is told to who may call it. */
    private @Nullable Right ofPath(ServerWebExchange exchange) {
        for (var route : handlers.getHandlerMethods().entrySet()) {
            var right = rights.get(route.getValue().getMethod());
            if (right != null && matches(route.getKey(), exchange)) {
                return right;
            }
        }
        return null;
    }

    private static boolean matches(RequestMappingInfo info, ServerWebExchange exchange) {
        return info.getPatternsCondition().getMatchingCondition(exchange) != null
                && info.getMethodsCondition().getMatchingCondition(exchange) != null;
    }

    private static Map<Method, Right> rights(List<RequestMappingInfoHandlerMapping> mappings) {
        var rights = new HashMap<Method, Right>();
        var bare = new ArrayList<String>();
        for (var mapping : mappings) {
            mapping.getHandlerMethods().forEach((info, handler) -> {
                var needs = handler.getMethodAnnotation(Needs.class);
                if (needs != null) {
                    rights.put(handler.getMethod(), needs.value());
                } else if (!open(info)) {
                    bare.add(info + " (" + handler.getShortLogMessage() + ")");
                }
            });
        }
        if (!bare.isEmpty()) {
            throw new IllegalStateException(
                    "Without a right (@Needs) and not in AccessRules' list of open calls: " + bare);
        }
        return Map.copyOf(rights);
    }

    private static boolean open(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return info.getPatternsCondition().getPatterns().stream()
                .map(PathPattern::getPatternString)
                .allMatch(pattern -> AccessRules.guardedHere(pattern)
                        || (methods.isEmpty()
                                ? AccessRules.openRoute(null, pattern)
                                : methods.stream().allMatch(method -> AccessRules.openRoute(method.name(), pattern))));
    }
}
