package io.usher.engine.platform.time;

import java.time.Instant;
import org.springframework.stereotype.Component;

/** The machine's time, for leases, time-outs and sessions; everything that a person sees uses the {@code Clock} bean. */
@Component
public class RealTime {

    public Instant now() {
        return Instant.now();
    }
}
