package io.usher.engine.workflow.internal.compile;

import io.usher.engine.workflow.Graph.Node;

/** An element of the process: a block as drawn, or a step the compiler puts on a flow. */
sealed interface Piece {

    String id();

    /** A block. */
    record Block(Node node) implements Piece {

        @Override
        public String id() {
            return node.id();
        }
    }

    /** A service task in which the engine decides what follows a wait. */
    record Step(String id) implements Piece {}
}
