package io.usher.engine.account.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.usher.engine.account.AccountProperties;
import io.usher.engine.account.Caller.Kind;
import io.usher.engine.account.SecurityLog;
import io.usher.engine.platform.time.UsherClock;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.WorkspaceId;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The log in the database. How much a stranger can make it grow is bounded by how often passwords may be tried. */
@Component
class StoredSecurityLog implements SecurityLog {

    private static final int MOST_REMEMBERED = 10_000;

    private final SecurityLogStore store;
    private final UsherClock clock;
    private final Duration kept;
    private final Cache<String, Boolean> saidThisHour = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofHours(1))
            .maximumSize(MOST_REMEMBERED)
            .build();

    StoredSecurityLog(SecurityLogStore store, UsherClock clock, AccountProperties properties) {
        this.store = store;
        this.clock = clock;
        this.kept = properties.securityLogKept();
    }

    @Override
    public Mono<Void> add(Entry entry) {
        return Mono.defer(() -> store.insert(new Kept(Ids.random(), clock.instant(), entry)));
    }

    @Override
    public Mono<Page<Kept>> list(WorkspaceId workspace, PageRequest page) {
        return store.list(workspace, page);
    }

    /** Something about this user's password, in the workspace that they sign in to. */
    Mono<Void> add(User user, What what, Outcome outcome, String address) {
        return add(entry(user, what, outcome, address));
    }

    /** As above, for tries that are refused: one entry an hour stands for all, by its id on all instances together. */
    Mono<Void> addOnceAnHour(User user, What what, String address) {
        return Mono.defer(() -> {
            var now = clock.instant();
            var hour = now.truncatedTo(ChronoUnit.HOURS).toString();
            var id = Ids.derived("refused", user.id(), what.name(), hour);
            return saidThisHour.asMap().putIfAbsent(id, true) != null
                    ? Mono.empty()
                    : store.insert(new Kept(id, now, entry(user, what, Outcome.TOO_MANY_TRIES, address)));
        });
    }

    Mono<Void> sweep() {
        return store.deleteOlderThan(clock.instant().minus(kept));
    }

    private static Entry entry(User user, What what, Outcome outcome, String address) {
        var who = new Who(Kind.PERSON, user.id(), user.name());
        return new Entry(user.workspaces().getFirst(), who, what, null, address, outcome);
    }
}
