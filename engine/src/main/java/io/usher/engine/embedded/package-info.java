/** The embedded store: a process of its own that speaks MongoDB's wire protocol over one file; no other module uses it. */
@NullMarked
package io.usher.engine.embedded;

import org.jspecify.annotations.NullMarked;
