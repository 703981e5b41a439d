/** Channels and outside systems, each a small package behind one SPI: straight blocking code, no framework. */
@NullMarked
package io.usher.connectors;

import org.jspecify.annotations.NullMarked;
