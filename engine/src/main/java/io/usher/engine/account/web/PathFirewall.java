package io.usher.engine.account.web;

import io.usher.engine.shared.ProblemException;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.VisibleText;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer.Element;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.http.server.PathContainer.Separator;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Which paths are looked at. Under the API a segment may be any id, percent-encoded: it is split at the slashes as it was sent
 * and decoded once, by the rules of access and by the routes alike, so no encoded slash or dot leads anywhere else. What could
 * be split in two ways is refused. Everything beside the API goes by Spring Security's strict rules.
 */
final class PathFirewall implements ServerWebExchangeFirewall {

    private static final String API = "/api/";
    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);

    private final ServerWebExchangeFirewall strict = new StrictServerWebExchangeFirewall();

    @Override
    public Mono<ServerWebExchange> getFirewalledExchange(ServerWebExchange exchange) {
        var path = exchange.getRequest().getPath();
        if (!path.value().startsWith(API)
                || !METHODS.contains(exchange.getRequest().getMethod())) {
            return strict.getFirewalledExchange(exchange);
        }
        return Mono.fromSupplier(() -> {
            Element before = null;
            for (var element : path.elements()) {
                if (element instanceof PathSegment segment) {
                    check(segment);
                } else if (before instanceof Separator) {
                    throw refused("A path has no empty part between two slashes");
                }
                before = element;
            }
            return exchange;
        });
    }

    private static void check(PathSegment segment) {
        var raw = segment.value();
        if (raw.indexOf(';') >= 0) {
            throw refused("A semicolon in a path is written %3B");
        }
        if (raw.equals(".") || raw.equals("..")) {
            throw refused("A path has no part . or ..; an id of dots is written with %2E");
        }
        if (VisibleText.hasControls(segment.valueToMatch())) {
            throw refused("A path has no control characters");
        }
    }

    private static ProblemException refused(String why) {
        return Problems.invalid("path", "path", why);
    }
}
