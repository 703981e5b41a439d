package io.usher.engine.audience.internal;

import io.usher.engine.rule.FactScope;
import io.usher.engine.rule.FactSource;
import io.usher.engine.rule.KnownFact;
import io.usher.engine.rule.KnownFact.Type;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.WorkspaceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** {@code segment.<key>}: whether the contact is in it; false for every other segment there is. */
@Component
class SegmentFacts implements FactSource {

    private static final int MOST = 1_000;

    private final SegmentStore store;

    SegmentFacts(SegmentStore store) {
        this.store = store;
    }

    @Override
    public String root() {
        return "segment";
    }

    @Override
    public Mono<Map<String, @Nullable Object>> load(FactScope scope) {
        return store.keys(scope.workspace())
                .zipWith(memberships(scope))
                .map(found -> facts(found.getT1(), found.getT2()));
    }

    @Override
    public Mono<List<KnownFact>> known(WorkspaceId workspace) {
        return store.list(workspace, new PageRequest(null, PageRequest.MAX_LIMIT))
                .expand(page -> page.next() == null
                        ? Mono.empty()
                        : store.list(workspace, new PageRequest(page.next(), PageRequest.MAX_LIMIT)))
                .concatMapIterable(Page::items)
                .take(MOST)
                .map(segment -> KnownFact.of("segment." + segment.key(), segment.name(), Type.FLAG))
                .collectList();
    }

    private Mono<Set<String>> memberships(FactScope scope) {
        ContactId contact = scope.contact();
        return contact == null ? Mono.just(Set.of()) : store.of(scope.workspace(), contact);
    }

    private static Map<String, @Nullable Object> facts(List<String> keys, Set<String> memberships) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        keys.forEach(key -> facts.put(key, memberships.contains(key)));
        return facts;
    }
}
