package io.usher.engine.journey;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How dispatch and visits behave.
 *
 * @param lateAfter an event that happened longer than this before it was accepted starts nothing
 * @param lookBack how far back a start looks for a stop that is already here
 * @param dispatchParallel contacts dispatched side by side
 * @param lookTries failed looks after which an event is parked; unavailable servers never count
 * @param startParallel process instances being created at one time
 * @param jobTimeout how long a job belongs to one worker without being kept; an engine that died holds its jobs up for as long
 * @param blockTries tries of a block after which its journey is parked
 */
@ConfigurationProperties("usher.journey")
public record JourneyProperties(
        @DefaultValue("72h") Duration lateAfter,
        @DefaultValue("24h") Duration lookBack,
        @DefaultValue("32") int dispatchParallel,
        @DefaultValue("5") int lookTries,
        @DefaultValue("32") int startParallel,
        @DefaultValue("20s") Duration jobTimeout,
        @DefaultValue("3") int blockTries) {}
