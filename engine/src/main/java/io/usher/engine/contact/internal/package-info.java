/** Normal forms, and whom a claim means. */
@NullMarked
package io.usher.engine.contact.internal;

import org.jspecify.annotations.NullMarked;
