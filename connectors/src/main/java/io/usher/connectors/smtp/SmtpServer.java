package io.usher.connectors.smtp;

import io.usher.connectors.channel.Connection;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail server as one URL names it: {@code smtp://user:password@host:port?starttls=required|optional|off} (port 25 when none is
 * given) or {@code smtps://..} (TLS from the first byte, port 465). Without {@code starttls} it is required when there is a
 * password, else optional: used when offered, certificate unchecked.
 */
public record SmtpServer(String host, int port, @Nullable Login login, Encryption encryption) {

    /** How the connection is protected. */
    public enum Encryption {
        OFF,
        OPTIONAL,
        STARTTLS,
        TLS
    }

    /** User and password. */
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return "Login[user=" + user + "]";
        }
    }

    /** This server as a connection of kind {@code smtp}. */
    public Connection connection() {
        return SmtpSettings.connection(this);
    }

    /** @throws IllegalArgumentException saying what is wrong, without the password */
    public static SmtpServer parse(String url) {
        URI uri;
        try {
            uri = URI.create(url.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The mail server is not a URL of the form smtp://user:password@host:port;"
                            + " special characters in user and password are written as %40 and so on");
        }
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean tls = scheme.equals("smtps");
        if (!tls && !scheme.equals("smtp")) {
            throw new IllegalArgumentException("The mail server's URL begins with smtp:// or smtps://");
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("The mail server's URL names no host");
        }
        var login = login(uri.getRawUserInfo());
        int port = uri.getPort() > 0 ? uri.getPort() : tls ? 465 : 25;
        var host = uri.getHost().replaceAll("^\\[|]$", "");
        return new SmtpServer(host, port, login, tls ? Encryption.TLS : startTls(uri.getQuery(), login != null));
    }

    private static @Nullable Login login(@Nullable String userInfo) {
        if (userInfo == null || userInfo.isEmpty()) {
            return null;
        }
        var parts = userInfo.split(":", 2);
        return new Login(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Encryption startTls(@Nullable String query, boolean password) {
        return switch (query == null ? "" : query) {
            case "" -> password ? Encryption.STARTTLS : Encryption.OPTIONAL;
            case "starttls=required" -> Encryption.STARTTLS;
            case "starttls=optional" -> Encryption.OPTIONAL;
            case "starttls=off" -> Encryption.OFF;
            default ->
                throw new IllegalArgumentException(
                        "The mail server's URL knows only ?starttls=required, optional or off");
        };
    }
}
