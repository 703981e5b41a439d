package io.usher.engine.platform;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the servers are and how this instance behaves towards them.
 *
 * @param mongodbUri with the database's name in its path ({@code /usher} when there is none)
 * @param zeebeAddress of the gateway's gRPC: host:port, or with a scheme: grpc, http, with TLS grpcs, https
 * @param zeebeManagement base URL of the broker's management port; only used to move a controlled clock
 * @param controlledClock whether {@code /actuator/clock/add} exists; never in production
 * @param crashAt name of the crash point at which this process halts; tests only
 * @param leaseTime how long a lease holds without being renewed
 * @param background whether this instance runs background loops; false leaves it to others
 */
@ConfigurationProperties("usher.platform")
public record PlatformProperties(
        String mongodbUri,
        String zeebeAddress,
        @Nullable String zeebeManagement,
        @DefaultValue("false") boolean controlledClock,
        @Nullable String crashAt,
        @DefaultValue("10s") Duration leaseTime,
        @DefaultValue("true") boolean background) {}
