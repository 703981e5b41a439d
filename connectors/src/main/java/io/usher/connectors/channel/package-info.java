/** The SPI of channels: what is handed over, and the closed set of answers. */
@NullMarked
package io.usher.connectors.channel;

import org.jspecify.annotations.NullMarked;
