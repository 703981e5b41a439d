package io.usher.engine.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** The one {@link Clock}: the machine's time, moved forward by an offset in controlled mode; whole milliseconds, as MongoDB keeps them. */
@Component
public class UsherClock extends Clock {

    private volatile Duration offset = Duration.ZERO;

    public Duration offset() {
        return offset;
    }

    void offset(Duration value) {
        offset = value;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(Instant.now().plus(offset).toEpochMilli());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Zones belong to contacts and workspaces, not to the clock");
    }
}
