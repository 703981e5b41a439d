package io.usher.engine.platform.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a client may ask of the engine's HTTP server.
 *
 * @param maxConnections open connections in all; one more is closed at once
 * @param headerTime from the first byte of a request to the end of its headers
 * @param readTime between two pieces of a body
 * @param requestTime from the headers to the end of the body
 * @param idleTime a connection without a request is closed after it
 * @param perAddress requests from one address, an IPv6 one counted by its /64
 * @param perCaller requests by one API key or person
 */
@ConfigurationProperties("usher.web")
public record WebProperties(
        @DefaultValue("2000") int maxConnections,
        @DefaultValue("10s") Duration headerTime,
        @DefaultValue("20s") Duration readTime,
        @DefaultValue("120s") Duration requestTime,
        @DefaultValue("75s") Duration idleTime,
        @DefaultValue Rate perAddress,
        @DefaultValue Rate perCaller) {

    /**
     * How fast requests may come.
     *
     * @param perSecond lasting
     * @param burst at once, after a pause
     */
    public record Rate(
            @DefaultValue("1000") int perSecond,
            @DefaultValue("10000") int burst) {}
}
