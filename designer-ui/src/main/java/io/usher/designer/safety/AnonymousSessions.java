package io.usher.designer.safety;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Sessions of people who have not signed in: short, and few. Beyond the number the oldest gives way, first of the same
 * address, so that whoever opens thousands ends their own. A session that is signed in is never among them.
 */
@Component
public class AnonymousSessions implements HttpSessionListener {

    private static final int NETWORK_BYTES = 8;

    private final SafetyProperties properties;
    /** By session id, the oldest first. */
    private final Map<String, Anonymous> open = new LinkedHashMap<>();

    private record Anonymous(HttpSession session, String address) {}

    AnonymousSessions(SafetyProperties properties) {
        this.properties = properties;
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        var session = event.getSession();
        session.setMaxInactiveInterval((int) properties.anonymousIdle().toSeconds());
        var address = address();
        for (var each : admit(new Anonymous(session, address))) {
            end(each);
        }
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        synchronized (open) {
            open.remove(event.getSession().getId());
        }
    }

    /** From now on the session is a person's. {@code id}: as it was before the sign-in gave it another one. */
    public void signedIn(String id, HttpSession session) {
        session.setMaxInactiveInterval((int) properties.signedInIdle().toSeconds());
        synchronized (open) {
            open.remove(id);
            open.remove(session.getId());
        }
    }

    int count() {
        synchronized (open) {
            return open.size();
        }
    }

    /** Takes the new one in, and those out that give way to it. */
    private List<Anonymous> admit(Anonymous fresh) {
        var giveWay = new ArrayList<Anonymous>();
        synchronized (open) {
            while (count(fresh.address()) >= properties.maxAnonymousPerAddress()) {
                giveWay.add(oldest(each -> each.address().equals(fresh.address())));
            }
            while (open.size() >= properties.maxAnonymous()) {
                giveWay.add(oldest(each -> true));
            }
            open.put(fresh.session().getId(), fresh);
        }
        return giveWay;
    }

    private long count(String address) {
        return open.values().stream()
                .filter(each -> each.address().equals(address))
                .count();
    }

    private Anonymous oldest(Predicate<Anonymous> wanted) {
        for (Iterator<Anonymous> all = open.values().iterator(); all.hasNext(); ) {
            var each = all.next();
            if (wanted.test(each)) {
                all.remove();
                return each;
            }
        }
        throw new IllegalStateException("No anonymous session is open");
    }

    private static void end(Anonymous oldest) {
        try {
            oldest.session().invalidate();
        } catch (IllegalStateException endedMeanwhile) {
            // then it is gone, as it should be
        }
    }

    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? network(attributes.getRequest())
                : "unknown";
    }

    private static String network(HttpServletRequest request) {
        try {
            var bytes = InetAddress.ofLiteral(request.getRemoteAddr()).getAddress();
            return bytes.length > NETWORK_BYTES
                    ? HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES)
                    : request.getRemoteAddr();
        } catch (IllegalArgumentException notAnAddress) {
            return request.getRemoteAddr();
        }
    }
}
