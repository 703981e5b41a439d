package io.usher.engine.bench;

/** One round of one side. */
@FunctionalInterface
interface Measure {

    /** A value for each figure of the contest, in their order. */
    double[] round() throws Exception;
}
