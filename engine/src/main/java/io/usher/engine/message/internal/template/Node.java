package io.usher.engine.message.internal.template;

import java.util.List;

/** A piece of a template that was read. Pieces never change and are rendered side by side. */
interface Node {

    /** Writes what it stands for. */
    Flow render(Rendering rendering);

    /** How it goes on behind a piece. */
    enum Flow {
        ON,
        BREAK,
        CONTINUE
    }

    /** Text between tags. */
    record Text(String text) implements Node {
        @Override
        public Flow render(Rendering rendering) {
            rendering.write(text);
            return Flow.ON;
        }
    }

    /** {@code {{ value }}}; JSON inside of a script is printed as it is, everything else is escaped. */
    record Output(Expression expression, boolean inScript) implements Node {
        @Override
        public Flow render(Rendering rendering) {
            Budget.step();
            var value = expression.value(rendering);
            rendering.print(inScript && value instanceof Json.Text json ? new Markup(json.text()) : value);
            return Flow.ON;
        }
    }

    /** One after another, until one breaks off. */
    record Block(List<Node> nodes) implements Node {
        @Override
        public Flow render(Rendering rendering) {
            for (var node : nodes) {
                var flow = node.render(rendering);
                if (flow != Flow.ON) {
                    return flow;
                }
            }
            return Flow.ON;
        }
    }

    /** {@code break} and {@code continue}. */
    record Jump(Flow flow) implements Node {
        @Override
        public Flow render(Rendering rendering) {
            return flow;
        }
    }
}
