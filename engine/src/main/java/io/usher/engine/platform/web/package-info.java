/** Errors as problem+json, and what every HTTP answer shares. */
@NullMarked
package io.usher.engine.platform.web;

import org.jspecify.annotations.NullMarked;
