/** Mail over SMTP. */
@NullMarked
package io.usher.connectors.smtp;

import org.jspecify.annotations.NullMarked;
