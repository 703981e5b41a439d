package io.usher.engine.workflow.spi;

import io.usher.engine.shared.Reason;
import java.time.Instant;

/** A block that lets time pass. */
public non-sealed interface WaitBlock extends BlockType {

    /** When the wait that begins at {@link Visit#now()} is over, and what is waited for ("3 days"); decided in the moment of arriving. */
    Due due(Visit visit);

    /** The end of a wait. */
    record Due(Instant until, Reason what) {}
}
