/** Orders over HTTP. */
@NullMarked
package io.usher.engine.order.web;

import org.jspecify.annotations.NullMarked;
