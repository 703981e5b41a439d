/** The side form of the element that is selected on the canvas, made from the engine's catalogue. */
@NullMarked
package io.usher.designer.form;

import org.jspecify.annotations.NullMarked;
