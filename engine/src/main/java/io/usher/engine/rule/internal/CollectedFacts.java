package io.usher.engine.rule.internal;

import io.usher.engine.rule.FactScope;
import io.usher.engine.rule.FactSource;
import io.usher.engine.rule.Facts;
import io.usher.engine.rule.KnownFact;
import io.usher.engine.rule.KnownFacts;
import io.usher.engine.shared.WorkspaceId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks the sources of all modules, each only when its root is wanted. */
@Component
class CollectedFacts implements Facts, KnownFacts {

    private static final String EVENT = "event";
    private static final String START = "start";
    private static final String MEMORY = "memory";
    private static final List<String> MENU = List.of("contact", "order", "segment", "consent");

    private final Map<String, FactSource> sources;

    CollectedFacts(List<FactSource> sources) {
        this.sources = sources.stream().collect(Collectors.toMap(FactSource::root, Function.identity()));
    }

    @Override
    public Mono<Map<String, @Nullable Object>> tree(FactScope scope, Collection<String> roots) {
        return Flux.fromIterable(roots)
                .distinct()
                .flatMapSequential(root -> branch(scope, root))
                .collect(LinkedHashMap::new, (tree, branch) -> tree.put(branch.root(), branch.facts()));
    }

    @Override
    public Mono<List<KnownFact>> known(WorkspaceId workspace) {
        return Flux.fromStream(() -> sources.values().stream().sorted(Comparator.comparing(CollectedFacts::place)))
                .concatMap(source -> source.known(workspace))
                .concatMapIterable(known -> known)
                .collectList();
    }

    private static int place(FactSource source) {
        int place = MENU.indexOf(source.root());
        return place < 0 ? MENU.size() : place;
    }

    private Mono<Branch> branch(FactScope scope, String root) {
        return switch (root) {
            case EVENT -> Mono.just(new Branch(root, scope.event().tree()));
            case START -> Mono.just(new Branch(root, (scope.start() == null ? scope.event() : scope.start()).tree()));
            case MEMORY ->
                Mono.just(new Branch(root, new LinkedHashMap<>(scope.memory().facts())));
            default -> loaded(scope, root);
        };
    }

    private Mono<Branch> loaded(FactScope scope, String root) {
        var source = sources.get(root);
        var facts = source == null ? Mono.<Map<String, @Nullable Object>>empty() : source.load(scope);
        return facts.defaultIfEmpty(Map.of()).map(loaded -> new Branch(root, loaded));
    }

    private record Branch(String root, Map<String, @Nullable Object> facts) {}
}
