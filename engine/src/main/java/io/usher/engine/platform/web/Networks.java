package io.usher.engine.platform.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Whose address it is, for limits: whoever has one IPv6 address has the other 2^64 of its network too. */
public final class Networks {

    private static final int NETWORK_BYTES = 8;

    private Networks() {}

    /** The address itself, or of an IPv6 one its /64. */
    public static String of(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES)) + "/64"
                : address.getHostAddress();
    }
}
