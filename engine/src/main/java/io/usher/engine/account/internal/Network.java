package io.usher.engine.account.internal;

import io.usher.engine.platform.web.Networks;
import java.net.InetAddress;
import java.util.Optional;

/** Whom an address belongs to, as far as it can be told: an IPv4 address by itself, of an IPv6 address the first 64 bits. */
public final class Network {

    private static final int LONGEST = 64;

    private Network() {}

    /** The text of an address without a name of an interface; empty when it is none. Never asks a name server. */
    public static Optional<String> address(String text) {
        return parsed(text).map(InetAddress::getHostAddress);
    }

    /** The same text for all addresses of one subscriber. */
    static String of(String address) {
        return parsed(address).map(Networks::of).orElse("unknown");
    }

    /** An IPv4 address in the clothes of IPv6 comes out as IPv4. */
    private static Optional<InetAddress> parsed(String text) {
        int zone = text.indexOf('%');
        var plain = zone < 0 ? text : text.substring(0, zone);
        if (plain.isEmpty() || plain.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(plain));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
