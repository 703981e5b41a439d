package io.usher.engine.account.web;

import io.usher.engine.account.Caller.Scope;
import io.usher.engine.account.Right;
import io.usher.engine.shared.Problem;
import io.usher.engine.shared.Problems;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.security.authorization.AuthorizationDecision;

/** The refusal of a caller who has not the right that the call needs. */
final class MissingRight extends AuthorizationDecision {

    private final Right right;

    MissingRight(Right right) {
        super(false);
        this.right = right;
    }

    Problem problem() {
        var holders = right.scopes().stream()
                .filter(scope -> scope != Scope.PEOPLE)
                .map(scope -> "keys with scope " + scope.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        var who = holders.isEmpty() ? "only signed-in people" : holders + " and signed-in people";
        return Problems.forbidden(
                        "not-allowed", "This call needs the right " + right.key() + ", which " + who + " have")
                .problem();
    }
}
