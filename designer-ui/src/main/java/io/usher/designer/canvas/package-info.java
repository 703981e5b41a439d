/** The canvas: a drawing of cards in the browser, owned by the server; see the modules in {@code frontend/canvas}. */
@NullMarked
package io.usher.designer.canvas;

import org.jspecify.annotations.NullMarked;
