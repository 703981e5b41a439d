/** The engine; each package below is a module that says which others it may use. */
@NullMarked
package io.usher.engine;

import org.jspecify.annotations.NullMarked;
