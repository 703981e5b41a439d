package io.usher.designer.safety;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the designer lets in.
 *
 * @param hosts names under which it may be called, besides localhost and plain addresses
 * @param maxBody of one request
 * @param signedInIdle how long a signed-in person may do nothing
 * @param anonymousIdle how long somebody who has not signed in may do nothing
 * @param maxAnonymous sessions of people who have not signed in; beyond it the oldest gives way
 * @param maxAnonymousPerAddress the same for one address, an IPv6 one counted by its /64
 */
@ConfigurationProperties("usher.safety")
public record SafetyProperties(
        @DefaultValue List<String> hosts,
        @DefaultValue("8MB") DataSize maxBody,
        @DefaultValue("12h") Duration signedInIdle,
        @DefaultValue("20m") Duration anonymousIdle,
        @DefaultValue("1000") int maxAnonymous,
        @DefaultValue("100") int maxAnonymousPerAddress) {

    public SafetyProperties {
        hosts = List.copyOf(hosts);
    }
}
