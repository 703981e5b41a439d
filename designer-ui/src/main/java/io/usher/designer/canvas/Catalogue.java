package io.usher.designer.canvas;

import io.usher.designer.engine.Reader;
import io.usher.designer.engine.SessionToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

/**
 * The kinds of blocks the engine has, in the reader's language; asked at most once a minute in each, because all drawings share
 * them. Calls block.
 */
@Service
public class Catalogue {

    private static final Duration HOLDS = Duration.ofMinutes(1);

    private record Kept(List<Block> blocks, Instant until) {}

    private final BlockClient engine;
    private final Clock clock = Clock.systemUTC();
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    Catalogue(BlockClient engine) {
        this.engine = engine;
    }

    public List<Block> blocks(SessionToken token) {
        var language = Reader.now().map(reader -> reader.locale().getLanguage()).orElse("");
        var known = kept.get(language);
        var now = clock.instant();
        if (known == null || known.until().isBefore(now)) {
            known = new Kept(engine.all(token), now.plus(HOLDS));
            kept.put(language, known);
        }
        return known.blocks();
    }
}
