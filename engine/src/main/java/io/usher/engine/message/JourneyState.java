package io.usher.engine.message;

import io.usher.engine.shared.JourneyId;
import reactor.core.publisher.Mono;

/** Port: asked by a sender after it took a message and before it hands it over. */
public interface JourneyState {

    /** Whether the journey was not stopped and this visit not skipped; a finished journey's messages still go out. */
    Mono<Boolean> mayHandOver(JourneyId journey, String block, int pass);
}
