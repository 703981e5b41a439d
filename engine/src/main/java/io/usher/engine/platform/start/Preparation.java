package io.usher.engine.platform.start;

import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Something to be done in MongoDB before the engine is ready: indexes, the installation's name, the first admin. Beans of this
 * kind run one after another in their {@code @Order}; each is harmless when repeated or done by two instances at once.
 */
public interface Preparation {

    int SCHEMA = -10;
    int INDEXES = 0;
    int INSTALLATION = 10;
    int ACCOUNTS = 20;
    int OTHERS = 30;

    String name();

    Mono<Void> prepare();

    /** After so long it is given up and begun again. */
    default Duration limit() {
        return Duration.ofMinutes(2);
    }
}
