package io.usher.engine.workflow.spi;

/** Where a journey ends. */
public non-sealed interface ExitBlock extends BlockType {}
