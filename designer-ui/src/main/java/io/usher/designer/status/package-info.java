/** The page that says what is running: designer, engine, store, broker, and who is signed in. */
@NullMarked
package io.usher.designer.status;

import org.jspecify.annotations.NullMarked;
