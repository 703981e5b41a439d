package io.usher.engine.account.web;

import io.usher.engine.account.Caller.Scope;
import io.usher.engine.platform.web.FieldChecks;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Scopes as the API writes them: {@code send}, {@code read}, {@code manage}, and {@code people} of a signed-in person. */
final class ScopeNames {

    private static final Set<String> FOR_KEYS = Set.of("send", "read", "manage");

    private ScopeNames() {}

    static List<String> of(Collection<Scope> scopes) {
        return scopes.stream()
                .sorted()
                .map(scope -> scope.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The scopes a new key is to have; notes an error when there is none or one that keys cannot have. */
    static Set<Scope> forKey(@Nullable List<@Nullable String> names, FieldChecks checks) {
        var scopes = EnumSet.noneOf(Scope.class);
        if (names == null || names.isEmpty()) {
            checks.error("scopes", "required", "scopes needs at least one of send, read, manage");
            return scopes;
        }
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            if (name != null && FOR_KEYS.contains(name)) {
                scopes.add(Scope.valueOf(name.toUpperCase(Locale.ROOT)));
            } else {
                checks.error("scopes[" + i + "]", "scope", "A scope is one of send, read, manage");
            }
        }
        return scopes;
    }
}
