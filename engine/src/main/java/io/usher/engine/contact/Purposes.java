package io.usher.engine.contact;

import io.usher.engine.shared.WorkspaceId;
import java.util.List;
import reactor.core.publisher.Mono;

/** What a workspace asks consent for: marketing, and what it added. */
public interface Purposes {

    /** Marketing first, then the others in the order of their keys. */
    Mono<List<Purpose>> of(WorkspaceId workspace);

    /** Adds a purpose, at most 20 in all; harmless when it is there. None is ever taken away: people spoke about it. */
    Mono<List<Purpose>> add(WorkspaceId workspace, Purpose purpose);
}
