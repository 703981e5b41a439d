package io.usher.engine.message.internal.template;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** {@code for} and {@code tablerow}. */
final class LoopNodes {

    private LoopNodes() {}

    /** The body for each element, or what stands behind else when there is none. */
    record For(Loop.Head head, Node body, Node.@Nullable Block otherwise) implements Node {
        @Override
        public Flow render(Rendering rendering) {
            var elements = head.chosen(rendering);
            if (elements.isEmpty()) {
                return otherwise == null ? Flow.ON : otherwise.render(rendering);
            }
            var loop = new Loop(head.name(), elements.size(), rendering.variable("forloop"));
            var frame = rendering.enter();
            frame.put("forloop", loop);
            int turn = 0;
            for (var element : elements) {
                rendering.turn();
                loop.turn(turn++);
                frame.put(head.variable(), element);
                if (body.render(rendering) == Flow.BREAK) {
                    break;
                }
            }
            rendering.leave();
            return Flow.ON;
        }
    }

    /** Rows and cells of a table. */
    record TableRow(Loop.Head head, Node body) implements Node {
        @Override
        public Flow render(Rendering rendering) {
            var elements = head.chosen(rendering);
            int columns = Math.max(1, Loop.Head.number(head.columns(), Math.max(1, elements.size()), rendering));
            var frame = rendering.enter();
            rendering.write("<tr class=\"row1\">\n");
            int turn = 0;
            for (var element : elements) {
                rendering.turn();
                if (turn > 0 && turn % columns == 0) {
                    rendering.write("</tr>\n<tr class=\"row" + (turn / columns + 1) + "\">");
                }
                frame.put(head.variable(), element);
                frame.put("tablerowloop", new Cell(new Loop(head.name(), elements.size(), null), turn, columns));
                rendering.write("<td class=\"col" + (turn % columns + 1) + "\">");
                var flow = body.render(rendering);
                rendering.write("</td>");
                turn++;
                if (flow == Flow.BREAK) {
                    break;
                }
            }
            rendering.write("</tr>\n");
            rendering.leave();
            return Flow.ON;
        }
    }

    /** The place of a cell, as {@code tablerowloop} shows it. */
    private record Cell(Loop loop, int turn, int columns) implements Lookup.Members {
        @Override
        public @Nullable Object member(String name) {
            loop.turn(turn);
            int column = turn % columns;
            return switch (name) {
                case "col" -> BigDecimal.valueOf(column + 1L);
                case "col0" -> BigDecimal.valueOf(column);
                case "col_first" -> column == 0;
                case "col_last" -> column == columns - 1;
                case "row" -> BigDecimal.valueOf(turn / columns + 1L);
                default -> loop.member(name);
            };
        }
    }
}
