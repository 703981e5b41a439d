package io.usher.engine.platform.zeebe;

import io.usher.engine.platform.start.WrongSettingException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the gateway stands: {@code host:port}, or an address whose scheme says how it is spoken to ({@code grpc} and
 * {@code http} in the clear, {@code grpcs} and {@code https} with TLS).
 */
record BrokerAddress(URI uri, boolean encrypted) {

    static final String SETTING = "ZEEBE_ADDRESS";
    private static final Set<String> CLEAR = Set.of("grpc", "http");
    private static final Set<String> ENCRYPTED = Set.of("grpcs", "https");

    static BrokerAddress of(@Nullable String setting) {
        if (setting == null || setting.isBlank()) {
            throw wrong("is empty: it must be host:port, or grpcs://host:port for TLS");
        }
        var uri = uri(setting.strip());
        var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        boolean encrypted = ENCRYPTED.contains(scheme);
        if (!encrypted && !CLEAR.contains(scheme)) {
            throw wrong("has the scheme '" + scheme + "': it must be grpc or http, or with TLS grpcs or https");
        }
        if (uri.getRawUserInfo() != null) {
            throw wrong("must hold no user or password: set ZEEBE_CLIENT_ID and ZEEBE_CLIENT_SECRET");
        }
        if (uri.getHost() == null) {
            throw wrong("names no host: it must be host:port, or grpcs://host:port for TLS");
        }
        if (uri.getPort() < 1 || uri.getPort() > 65_535) {
            throw wrong("names no port: it must be host:port, such as " + uri.getHost() + ":26500");
        }
        boolean more = !Set.of("", "/").contains(uri.getRawPath()) || uri.getRawQuery() != null;
        if (more || uri.getRawFragment() != null) {
            throw wrong("must end with its port");
        }
        return new BrokerAddress(
                URI.create((encrypted ? "https://" : "http://") + uri.getHost() + ":" + uri.getPort()), encrypted);
    }

    /** What cannot be read may hold a password: it is not repeated. */
    private static URI uri(String setting) {
        try {
            return new URI(setting.contains("://") ? setting : "http://" + setting);
        } catch (URISyntaxException e) {
            throw wrong("cannot be read as an address: " + e.getReason() + " at character " + (e.getIndex() + 1));
        }
    }

    private static WrongSettingException wrong(String problem) {
        return new WrongSettingException(SETTING, problem);
    }
}
