package io.usher.engine.platform.zeebe;

import io.camunda.client.CredentialsProvider;
import io.usher.engine.platform.start.WrongSettingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who we are to the gateway: OAuth's client credentials, as the client asks for tokens and renews them. */
final class BrokerCredentials {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerCredentials.class);
    private static final String SERVER = "ZEEBE_AUTHORIZATION_SERVER_URL";

    private BrokerCredentials() {}

    /** Null when none are set. */
    static @Nullable CredentialsProvider of(BrokerProperties properties) {
        var id = given(properties.clientId());
        var secret = given(properties.clientSecret());
        var server = given(properties.authorizationServerUrl());
        var audience = given(properties.tokenAudience());
        if (id == null && secret == null && server == null && audience == null) {
            return null;
        }
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        all.put("ZEEBE_CLIENT_ID", id);
        all.put("ZEEBE_CLIENT_SECRET", secret);
        all.put(SERVER, server);
        all.put("ZEEBE_TOKEN_AUDIENCE", audience);
        all.forEach((setting, value) -> {
            if (value == null) {
                throw new WrongSettingException(
                        setting, "is not set: " + String.join(", ", all.keySet()) + " are set together or not at all");
            }
        });
        var builder = CredentialsProvider.newCredentialsProviderBuilder()
                .applyEnvironmentOverrides(false)
                .clientId(id)
                .clientSecret(secret)
                .authorizationServerUrl(server(String.valueOf(server)))
                .audience(audience)
                .credentialsCachePath(tokens());
        var scope = given(properties.tokenScope());
        return scope == null ? builder.build() : builder.scope(scope).build();
    }

    private static String server(String setting) {
        URI uri;
        try {
            uri = URI.create(setting);
        } catch (IllegalArgumentException e) {
            throw new WrongSettingException(SERVER, "cannot be read as an address");
        }
        boolean encrypted = "https".equalsIgnoreCase(uri.getScheme());
        if (!encrypted && !"http".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
            throw new WrongSettingException(SERVER, "must be an address such as https://login.example.com/oauth/token");
        }
        if (uri.getRawUserInfo() != null) {
            throw new WrongSettingException(SERVER, "must hold no user or password");
        }
        if (!encrypted) {
            LOG.warn(
                    "{} is not encrypted: who listens on the way to {} reads the client's secret",
                    SERVER,
                    uri.getHost());
        }
        return setting;
    }

    /** The client keeps tokens in a file, by default one in the user's home that every client with this id shares: ours is private. */
    private static String tokens() {
        try {
            var file = Files.createTempFile("usher-broker-", ".tokens");
            file.toFile().deleteOnExit();
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String given(@Nullable String setting) {
        return setting == null || setting.isBlank() ? null : setting.strip();
    }
}
