/** Messages over HTTP. */
@NullMarked
package io.usher.engine.message.web;

import org.jspecify.annotations.NullMarked;
