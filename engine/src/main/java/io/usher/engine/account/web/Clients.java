package io.usher.engine.account.web;

import io.usher.engine.account.AccountProperties;
import io.usher.engine.account.internal.Client;
import io.usher.engine.account.internal.Network;
import io.usher.engine.shared.Problems;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/**
 * Where a person sits who types a password: as the designer says, when it shows its key; else where the connection comes from.
 */
@Component
class Clients {

    /** Header in which the designer shows its key. */
    static final String KEY = "X-Usher-Designer-Key";

    private static final Logger LOG = LoggerFactory.getLogger(Clients.class);
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final byte @Nullable [] key;

    Clients(AccountProperties properties) {
        var set = properties.designerKey();
        this.key = set == null || set.isBlank() ? null : bytes(set);
        if (key == null) {
            LOG.warn(
                    "USHER_DESIGNER_KEY is not set: browsers in front of the designer count as one address, none is known, "
                            + "and who guesses at an account keeps its owner waiting");
        }
    }

    /** What the designer says of the browser that it speaks for; looked at only with its key. */
    record Said(@Nullable String address, @Nullable String device) {}

    Client of(ServerHttpRequest request, @Nullable Said said) {
        var direct = ClientAddress.of(request);
        if (!believed(request)) {
            return new Client(direct, null, false);
        }
        var address = said == null ? null : said.address();
        var device = said == null ? null : said.device();
        return new Client(
                address == null ? direct : checked(address),
                device != null && TOKEN.matcher(device).matches() ? device : null,
                true);
    }

    private boolean believed(ServerHttpRequest request) {
        var shown = request.getHeaders().getFirst(KEY);
        return key != null && shown != null && MessageDigest.isEqual(key, bytes(shown));
    }

    private static String checked(String address) {
        return Network.address(address)
                .orElseThrow(() -> Problems.invalid(
                        "client.address", "address", "client.address must be an IPv4 or IPv6 address"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
