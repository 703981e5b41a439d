package io.usher.connectors.smtp;

import io.usher.connectors.channel.Connection;
import io.usher.connectors.channel.Connector.Flaw;
import io.usher.connectors.smtp.SmtpServer.Encryption;
import io.usher.connectors.smtp.SmtpServer.Login;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a mail server stands in a connection: {@code host}, {@code port} (else 465 with {@code tls}, 587 with {@code starttls}, 25),
 * {@code encryption} ({@code tls}, {@code starttls}, {@code optional}, {@code off}; else {@code starttls} with a user,
 * {@code optional} without), {@code user}, and the secret {@code password}.
 */
final class SmtpSettings {

    static final Set<String> SETTINGS = Set.of("host", "port", "encryption", "user");
    static final Set<String> SECRETS = Set.of("password");

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:-]{1,253}");
    private static final int MOST_PORT = 65_535;
    private static final int LONGEST = 320;

    private SmtpSettings() {}

    static List<Flaw> check(Connection connection) {
        var settings = connection.settings();
        var flaws = new ArrayList<Flaw>();
        var host = settings.get("host");
        if (host == null || !HOST.matcher(host).matches()) {
            flaws.add(new Flaw("host", "host", "host must be the name or address of a mail server"));
        }
        if (settings.containsKey("port") && port(settings.get("port")) == 0) {
            flaws.add(new Flaw("port", "range", "port must be a number from 1 to " + MOST_PORT));
        }
        if (settings.containsKey("encryption") && encryption(settings.get("encryption")) == null) {
            flaws.add(new Flaw("encryption", "choice", "encryption must be tls, starttls, optional or off"));
        }
        if (settings.getOrDefault("user", "").length() > LONGEST) {
            flaws.add(new Flaw("user", "length", "user must have at most " + LONGEST + " characters"));
        }
        if (connection.secrets().containsKey("password") && !settings.containsKey("user")) {
            flaws.add(new Flaw("user", "required", "user is required where there is a password"));
        }
        return flaws;
    }

    static SmtpServer server(Connection connection) {
        var settings = connection.settings();
        var user = settings.get("user");
        var login = user == null ? null : new Login(user, connection.secrets().getOrDefault("password", ""));
        var said = encryption(settings.get("encryption"));
        var encryption = said != null ? said : login == null ? Encryption.OPTIONAL : Encryption.STARTTLS;
        int port = port(settings.get("port"));
        return new SmtpServer(settings.getOrDefault("host", ""), port > 0 ? port : port(encryption), login, encryption);
    }

    static Connection connection(SmtpServer server) {
        var settings = new HashMap<>(Map.of(
                "host", server.host(),
                "port", String.valueOf(server.port()),
                "encryption", server.encryption().name().toLowerCase(Locale.ROOT)));
        var login = server.login();
        if (login == null) {
            return new Connection(settings, Map.of());
        }
        settings.put("user", login.user());
        return new Connection(settings, Map.of("password", login.password()));
    }

    private static int port(Encryption encryption) {
        return switch (encryption) {
            case TLS -> 465;
            case STARTTLS -> 587;
            case OPTIONAL, OFF -> 25;
        };
    }

    private static int port(@Nullable String text) {
        int port = text != null && text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        return port <= MOST_PORT ? port : 0;
    }

    private static @Nullable Encryption encryption(@Nullable String key) {
        return Arrays.stream(Encryption.values())
                .collect(Collectors.toMap(each -> each.name().toLowerCase(Locale.ROOT), each -> each))
                .get(key == null ? "" : key);
    }
}
