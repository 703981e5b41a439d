package io.usher.engine.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.usher.engine.shared.Problem;
import io.usher.engine.shared.ProblemException;
import java.time.Duration;
import java.util.List;

/** How fast requests of each sender may come to this instance; who has sent nothing for a while is forgotten. */
public final class RateLimit {

    private static final int MAX_SENDERS = 50_000;

    private final WebProperties.Rate rate;
    private final Cache<String, Bucket> senders;

    public RateLimit(WebProperties.Rate rate) {
        this.rate = rate;
        this.senders = Caffeine.newBuilder()
                .maximumSize(MAX_SENDERS)
                .expireAfterAccess(Duration.ofSeconds(10L + rate.burst() / Math.max(1, rate.perSecond())))
                .build();
    }

    /**
     * Counts one request.
     *
     * @throws ProblemException 429 with the time after which the next one is taken
     */
    public void count(String sender) {
        var left = senders.get(sender, each -> full()).tryConsumeAndReturnRemaining(1);
        if (!left.isConsumed()) {
            throw new ProblemException(new Problem(
                    "too-many-requests",
                    "Too many requests",
                    429,
                    "More than " + rate.perSecond() + " requests a second; send it again later",
                    List.of(),
                    Duration.ofNanos(left.getNanosToWaitForRefill()).plusSeconds(1)));
        }
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                .build();
    }
}
