package io.usher.engine.workflow.spi;

/** Where every journey begins; one in a drawing. */
public non-sealed interface StartBlock extends BlockType {}
