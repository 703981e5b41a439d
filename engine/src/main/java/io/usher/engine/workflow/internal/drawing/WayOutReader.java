package io.usher.engine.workflow.internal.drawing;

import io.usher.engine.rule.Rule;
import io.usher.engine.rule.Rules;
import io.usher.engine.shared.ProblemException;
import io.usher.engine.workflow.internal.Json;
import io.usher.engine.workflow.spi.BlockDescription.Ways;
import io.usher.engine.workflow.spi.WayOut;
import io.usher.engine.workflow.spi.WayOut.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code usher.exit} of the flows that leave a decision. What is missing stays missing (a way without a rule has none);
 * whether the ways make sense together is asked of the block.
 */
final class WayOutReader {

    static final String PROPERTY = "usher.exit";

    private final Rules rules;

    WayOutReader(Rules rules) {
        this.rules = rules;
    }

    /** The way out, and what could not be read of it. */
    record ReadWay(WayOut way, List<Trouble> troubles) {}

    /** One thing that is wrong; {@code path} is inside the property, empty for the whole. */
    record Trouble(String code, String path, String message) {}

    ReadWay read(Arrow arrow, Ways ways) {
        var troubles = new ArrayList<Trouble>();
        var json = object(arrow, troubles);
        var way = new WayOut(
                arrow.id(),
                name(json, arrow),
                order(json, troubles),
                kind(json, ways, troubles),
                rule(json, troubles),
                share(json, troubles));
        return new ReadWay(way, troubles);
    }

    private static Map<String, @Nullable Object> object(Arrow arrow, List<Trouble> troubles) {
        var text = arrow.properties().get(PROPERTY);
        if (text == null) {
            return Map.of();
        }
        var json = Json.object(text);
        if (json == null) {
            troubles.add(new Trouble("bad-exit", "", "its " + PROPERTY + " is not a JSON object"));
            return Map.of();
        }
        return json;
    }

    private static String name(Map<String, @Nullable Object> json, Arrow arrow) {
        return json.get("name") instanceof String name && !name.isBlank() ? name.strip() : arrow.name();
    }

    private static int order(Map<String, @Nullable Object> json, List<Trouble> troubles) {
        var value = json.get("order");
        if (value instanceof Long order && order >= 0 && order <= 10_000) {
            return order.intValue();
        }
        if (value != null) {
            troubles.add(new Trouble("bad-exit", "order", "its order is not a whole number from 0 to 10000"));
        }
        return 0;
    }

    private static Kind kind(Map<String, @Nullable Object> json, Ways ways, List<Trouble> troubles) {
        var kinds = new ArrayList<Kind>();
        addIfTrue(json, "else", Kind.ELSE, kinds);
        addIfTrue(json, "happened", Kind.HAPPENED, kinds);
        addIfTrue(json, "timeout", Kind.TIMEOUT, kinds);
        if (json.get("rule") != null) {
            kinds.add(Kind.RULE);
        }
        if (json.get("share") != null) {
            kinds.add(Kind.SHARE);
        }
        if (kinds.size() > 1) {
            troubles.add(
                    new Trouble("bad-exit", "", "it can have only one of rule, share, else, happened and timeout"));
        }
        if (!kinds.isEmpty()) {
            return kinds.getFirst();
        }
        return ways == Ways.SHARES ? Kind.SHARE : Kind.RULE;
    }

    private static void addIfTrue(Map<String, @Nullable Object> json, String name, Kind kind, List<Kind> kinds) {
        if (Boolean.TRUE.equals(json.get(name))) {
            kinds.add(kind);
        }
    }

    private @Nullable Rule rule(Map<String, @Nullable Object> json, List<Trouble> troubles) {
        var value = json.get("rule");
        if (value == null) {
            return null;
        }
        try {
            return rules.parse(value, "rule");
        } catch (ProblemException e) {
            if (e.problem().errors().isEmpty()) {
                throw e;
            }
            for (var error : e.problem().errors()) {
                troubles.add(new Trouble("bad-rule", error.field(), error.message()));
            }
            return null;
        }
    }

    private static @Nullable Double share(Map<String, @Nullable Object> json, List<Trouble> troubles) {
        return switch (json.get("share")) {
            case Long share -> share.doubleValue();
            case BigDecimal share -> share.doubleValue();
            case null -> null;
            default -> {
                troubles.add(new Trouble("bad-exit", "share", "its share is not a number"));
                yield null;
            }
        };
    }
}
