package io.usher.engine.workflow.spi;

/** A block that does something: straight blocking code on a virtual thread. */
public non-sealed interface ActionBlock extends BlockType {

    /**
     * Does the block's effect, once per {@link Visit#key()}: it may be called again for the same key after a crash and must
     * then find its effect instead of having it twice. An exception counts as a try, like {@link Outcome.TryAgain}.
     */
    Outcome run(Visit visit);
}
