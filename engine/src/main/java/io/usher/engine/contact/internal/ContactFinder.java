package io.usher.engine.contact.internal;

import io.usher.engine.contact.ContactSearch.Found;
import io.usher.engine.contact.Identifier.Kind;
import io.usher.engine.shared.WorkspaceId;
import reactor.core.publisher.Mono;

/** Finds contacts by beginnings in either case; never more than {@link io.usher.engine.contact.ContactSearch#MOST}. */
public interface ContactFinder {

    Mono<Found> byIdentifier(WorkspaceId workspace, Kind kind, String beginning);

    Mono<Found> byFirstName(WorkspaceId workspace, String beginning);

    Mono<Found> byLastName(WorkspaceId workspace, String beginning);

    /** By a whole first name and the beginning of the last one. */
    Mono<Found> byName(WorkspaceId workspace, String firstName, String beginning);
}
