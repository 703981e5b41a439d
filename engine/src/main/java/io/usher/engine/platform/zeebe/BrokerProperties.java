package io.usher.engine.platform.zeebe;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the broker is believed and convinced; empty means unset.
 *
 * @param caCertificate PEM file with the authority of the gateway's certificate; unset: the authorities that Java knows
 * @param clientId with the secret, the server and the audience: OAuth's client credentials; all four or none
 * @param authorizationServerUrl where tokens are asked for
 * @param tokenScope only where the server wants one
 */
@ConfigurationProperties("usher.broker")
record BrokerProperties(
        @Nullable String caCertificate,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable String authorizationServerUrl,
        @Nullable String tokenAudience,
        @Nullable String tokenScope) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "BrokerProperties[" + caCertificate + ", " + clientId + ", " + authorizationServerUrl + "]";
    }
}
