/** Segments over HTTP. */
@NullMarked
package io.usher.engine.audience.web;

import org.jspecify.annotations.NullMarked;
