package io.usher.engine.platform.mongo;

import io.usher.engine.shared.AuditEntry;
import java.util.List;
import reactor.core.publisher.Mono;

/** Where entries of the audit are kept for good; the account module implements it. */
public interface AuditSink {

    /** Those that are there already stay as they are. */
    Mono<Void> keep(List<AuditEntry> entries);
}
