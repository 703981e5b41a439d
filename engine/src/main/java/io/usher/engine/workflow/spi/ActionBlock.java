package io.usher.engine.workflow.spi;

/** A block that does something: straight blocking code on a virtual thread. */
public non-sealed interface ActionBlock extends BlockType {

    /**
     * Does the block's effect, once per {@link Visit#key()}: it may be called again for the same key after a crash and must
     * then find its effect instead of having it twice. An exception counts as a try, like {@link Outcome.TryAgain}.
     */
    Outcome run(Visit visit);

    /** Whether the journey knows an order behind this block. */
    default OrderBehind orderBehind(Settings settings) {
        return OrderBehind.AS_BEFORE;
    }

    /** What a block does to whether the journey knows an order; no block makes it forget one. */
    enum OrderBehind {
        AS_BEFORE,
        PERHAPS,
        SURELY
    }
}
