package io.usher.engine.event.internal;

import io.usher.engine.event.EventType;
import io.usher.engine.event.EventType.DeclaredParam;
import io.usher.engine.event.NewEvent;
import io.usher.engine.rule.FactPath;
import io.usher.engine.shared.Problem.FieldError;
import io.usher.engine.shared.ProblemException;
import io.usher.engine.shared.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event's type says about it: which params it must have, and which of them is its key. A sender's event that breaks
 * a rule is refused; one that the engine makes itself is taken, since nobody could send it better, and warns.
 */
final class TypeRules {

    private final EventType type;
    private final NewEvent event;
    private final boolean own;
    private final List<String> warnings = new ArrayList<>();

    private TypeRules(EventType type, NewEvent event, boolean own) {
        this.type = type;
        this.event = event;
        this.own = own;
    }

    /** The event's key by these rules, and what its sender should know. */
    record Applied(@Nullable String key, List<String> warnings) {

        Applied {
            warnings = List.copyOf(warnings);
        }
    }

    static Applied apply(EventType type, NewEvent event, boolean own) {
        var rules = new TypeRules(type, event, own);
        rules.declaredParams();
        var key = rules.key();
        if (type.lookalikeOf() != null) {
            rules.warnings.add("Event type " + type.key() + " looks like " + type.lookalikeOf()
                    + ", which is another one; save the event type to end this warning");
        }
        return new Applied(key, rules.warnings);
    }

    private void declaredParams() {
        var missing = type.params().stream()
                .filter(DeclaredParam::required)
                .map(DeclaredParam::name)
                .filter(name -> value(name) == null)
                .map(name -> new FieldError(
                        "params." + name, "required", "Event type " + type.key() + " requires the param " + name))
                .toList();
        if (!missing.isEmpty()) {
            broken(missing);
        }
    }

    private @Nullable String key() {
        var param = type.keyParam();
        if (event.key() != null || param == null) {
            return event.key();
        }
        var field = "params." + param;
        return switch (value(param)) {
            case null -> null;
            case String text -> text.isBlank() ? null : textKey(field, text);
            case Long number -> number.toString();
            case BigDecimal number -> number.toPlainString();
            default -> {
                broken(List.of(
                        new FieldError(field, "type", field + " is the event's key and must be a text or number")));
                yield null;
            }
        };
    }

    /** The first value at a path as in rules. */
    private @Nullable Object value(String path) {
        return new FactPath(path)
                .values(event.params().values()).stream().findFirst().orElse(null);
    }

    private @Nullable String textKey(String field, String text) {
        try {
            return EventKeys.checkKey(field, text);
        } catch (ProblemException e) {
            broken(e.problem().errors());
            return null;
        }
    }

    private void broken(List<FieldError> rules) {
        if (!own) {
            throw Problems.invalid(rules);
        }
        rules.stream().map(FieldError::message).forEach(warnings::add);
    }
}
