/** The SPI of channels: what a message carries, what is handed over to whom, and the closed set of answers. */
@NullMarked
package io.usher.connectors.channel;

import org.jspecify.annotations.NullMarked;
