/** What people and other modules ask of journeys: find, read, stop, try again, skip. */
@NullMarked
package io.usher.engine.journey.internal.commands;

import org.jspecify.annotations.NullMarked;
