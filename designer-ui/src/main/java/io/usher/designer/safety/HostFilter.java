package io.usher.designer.safety;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers only under names it was told. A page of somebody else whose name is made to point here would otherwise be, to the
 * browser, a page of this server. Plain addresses cannot be made to point elsewhere and are always answered.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class HostFilter extends OncePerRequestFilter {

    private static final Pattern PORT = Pattern.compile(":\\d*$");
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[?[0-9a-f:.]+:[0-9a-f:.]*]?");

    private final Set<String> names;

    HostFilter(SafetyProperties properties) {
        this.names = properties.hosts().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (known(request.getServerName()) && asSent(request)) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType("text/plain");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter()
                .write("Usher's designer does not answer under this name. If it should, put the name into USHER_HOSTS"
                        + " and start it again.\n");
    }

    /**
     * Whether the name that the browser itself puts into the request is known too: the server's name may come from a proxy's
     * header instead, and the script of such a page can send that header, but never another {@code Host}.
     */
    private boolean asSent(HttpServletRequest request) {
        var host = request.getHeader("Host");
        return host == null || known(PORT.matcher(host.strip()).replaceFirst(""));
    }

    private boolean known(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || names.contains(name)
                || ADDRESS.matcher(name).matches();
    }
}
