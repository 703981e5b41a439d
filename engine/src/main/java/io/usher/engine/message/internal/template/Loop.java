package io.usher.engine.message.internal.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A loop at one of its turns, as {@code forloop} shows it. */
final class Loop implements Lookup.Members {

    private final String name;
    private final int length;
    private final @Nullable Object parent;
    private int index;

    Loop(String name, int length, @Nullable Object parent) {
        this.name = name;
        this.length = length;
        this.parent = parent;
    }

    /** What the tag says. */
    record Head(
            String variable,
            String name,
            Expression elements,
            List<Boolean> flags,
            @Nullable Expression limit,
            @Nullable Expression offset,
            @Nullable Expression columns) {

        boolean reversed() {
            return flags.getFirst();
        }

        /** Goes on where the loop of this name ended. */
        boolean goesOn() {
            return flags.getLast();
        }

        /** The elements that are gone through. */
        List<?> chosen(Rendering rendering) {
            var all = all(elements.value(rendering));
            var before = "loop " + name;
            int from = goesOn() && rendering.remembered().get(before) instanceof Integer end
                    ? end
                    : number(offset, 0, rendering);
            from = Math.clamp(from, 0, all.size());
            int to = (int) Math.clamp(from + (long) number(limit, all.size(), rendering), from, all.size());
            rendering.remembered().put(before, to);
            return reversed() ? all.subList(from, to).reversed() : all.subList(from, to);
        }

        static int number(@Nullable Expression expression, int otherwise, Rendering rendering) {
            var number = expression == null ? null : Values.number(expression.value(rendering));
            return number == null
                    ? otherwise
                    : number.max(BigDecimal.ZERO)
                            .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                            .intValue();
        }

        private static List<?> all(@Nullable Object value) {
            return switch (value) {
                case List<?> list -> list;
                case Collection<?> others -> List.copyOf(others);
                case Map<?, ?> map -> pairs(map);
                case String text when !text.isEmpty() -> List.of(text);
                case Markup markup when !markup.text().isEmpty() -> List.of(markup);
                case null, default -> List.of();
            };
        }

        private static List<?> pairs(Map<?, ?> map) {
            var pairs = new ArrayList<List<@Nullable Object>>();
            Budget.elements(map.size());
            map.forEach((key, value) -> {
                var pair = new ArrayList<@Nullable Object>();
                pair.add(key);
                pair.add(value);
                pairs.add(pair);
            });
            return pairs;
        }
    }

    void turn(int number) {
        index = number;
    }

    @Override
    public @Nullable Object member(String member) {
        return switch (member) {
            case "index" -> BigDecimal.valueOf(index + 1L);
            case "index0" -> BigDecimal.valueOf(index);
            case "rindex" -> BigDecimal.valueOf(length - index);
            case "rindex0" -> BigDecimal.valueOf(length - index - 1L);
            case "first" -> index == 0;
            case "last" -> index == length - 1;
            case "length" -> BigDecimal.valueOf(length);
            case "name" -> name;
            case "parentloop" -> parent;
            default -> null;
        };
    }

    @Override
    public String toString() {
        return "forloop";
    }
}
