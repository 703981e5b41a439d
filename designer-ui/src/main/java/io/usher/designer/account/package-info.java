/** Signing in and out: the page, the way to the engine, and what a signed-in person is to the rest of the designer. */
@NullMarked
package io.usher.designer.account;

import org.jspecify.annotations.NullMarked;
