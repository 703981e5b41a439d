package io.usher.engine.job;

import io.usher.engine.account.Caller;
import io.usher.engine.shared.Params;
import reactor.core.publisher.Mono;

/** Asks for jobs. */
public interface Jobs {

    /**
     * A new job, which some engine works on soon. 403 when the caller has not the right that its kind needs; 409 when the workspace
     * has too many that have not ended.
     */
    Mono<Job> start(Caller caller, String kind, Params params);
}
