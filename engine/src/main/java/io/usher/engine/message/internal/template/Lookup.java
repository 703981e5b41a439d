package io.usher.engine.message.internal.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code order.items[0].name}. Names may have dots in them: as in rules, of {@code event.order.id} the longest name that leads to
 * something counts.
 */
record Lookup(Expression root, List<Step> steps) implements Expression {

    /** A step: a name behind a dot, or what stands in brackets. */
    record Step(@Nullable String name, @Nullable Expression index) {}

    /** A name that is the first of a path. */
    record Variable(String name) implements Expression {
        @Override
        public @Nullable Object value(Rendering rendering) {
            return rendering.variable(name);
        }
    }

    /** The variable whose name the expression has: {@code ["order"]}. */
    record Computed(Expression name) implements Expression {
        @Override
        public @Nullable Object value(Rendering rendering) {
            return rendering.variable(Values.text(name.value(rendering)));
        }
    }

    @Override
    public @Nullable Object value(Rendering rendering) {
        Budget.step();
        return from(root.value(rendering), 0, rendering);
    }

    /** The value of a dotted name, as arguments of filters name it. */
    static @Nullable Object property(@Nullable Object value, String path, Rendering rendering) {
        var steps = new ArrayList<Step>();
        for (var name : path.split("\\.", Limits.PATH)) {
            steps.add(new Step(name, null));
        }
        return new Lookup(new Literal(value), steps).value(rendering);
    }

    private @Nullable Object from(@Nullable Object value, int at, Rendering rendering) {
        Budget.step();
        if (value == null || at == steps.size()) {
            return value;
        }
        if (!(value instanceof Map<?, ?> map) || steps.get(at).name() == null) {
            return from(member(value, key(steps.get(at), rendering)), at + 1, rendering);
        }
        for (int end = lastName(at); end > at + 1; end--) {
            var found = from(map.get(name(at, end)), end, rendering);
            if (found != null) {
                return found;
            }
        }
        return from(member(map, String.valueOf(steps.get(at).name())), at + 1, rendering);
    }

    private static @Nullable Object key(Step step, Rendering rendering) {
        return step.index() == null ? step.name() : step.index().value(rendering);
    }

    private int lastName(int at) {
        int end = at;
        while (end < steps.size() && steps.get(end).name() != null) {
            end++;
        }
        return end;
    }

    private String name(int from, int to) {
        var name = new StringBuilder();
        for (var step : steps.subList(from, to)) {
            name.append(name.isEmpty() ? "" : ".").append(step.name());
        }
        Budget.characters(name.length());
        return name.toString();
    }

    private static @Nullable Object member(Object value, @Nullable Object key) {
        var name = Values.text(key);
        return switch (value) {
            case Map<?, ?> map when map.containsKey(name) -> map.get(name);
            case Map<?, ?> map -> name.equals("size") ? BigDecimal.valueOf(map.size()) : null;
            case List<?> list -> element(list, key, name);
            case Members members -> members.member(name);
            case String text when name.equals("size") -> BigDecimal.valueOf(Characters.count(text));
            case Markup markup when name.equals("size") -> BigDecimal.valueOf(Characters.count(markup.text()));
            default -> null;
        };
    }

    /** Something of the language itself that has parts: a loop. */
    interface Members {
        @Nullable
        Object member(String name);
    }

    private static @Nullable Object element(List<?> list, @Nullable Object key, String name) {
        switch (name) {
            case "size" -> {
                return BigDecimal.valueOf(list.size());
            }
            case "first" -> {
                return list.isEmpty() ? null : list.getFirst();
            }
            case "last" -> {
                return list.isEmpty() ? null : list.getLast();
            }
            default -> {}
        }
        var number = Values.number(key);
        if (number == null || number.abs().compareTo(BigDecimal.valueOf(list.size())) > 0) {
            return null;
        }
        int index = number.intValue() < 0 ? number.intValue() + list.size() : number.intValue();
        return index >= 0 && index < list.size() ? list.get(index) : null;
    }
}
