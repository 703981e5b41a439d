/**
 * Benches that {@code ./usher bench NAME} runs on a house of its own (ADR 31). They are compiled with the tests and run from
 * source on the class path of the built engine, so they use nothing but what the engine itself uses.
 */
@NullMarked
package io.usher.engine.bench;

import org.jspecify.annotations.NullMarked;
