/** Events and event types over HTTP. */
@NullMarked
package io.usher.engine.event.web;

import org.jspecify.annotations.NullMarked;
