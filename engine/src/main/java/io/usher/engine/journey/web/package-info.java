/** Journeys over HTTP. */
@NullMarked
package io.usher.engine.journey.web;

import org.jspecify.annotations.NullMarked;
