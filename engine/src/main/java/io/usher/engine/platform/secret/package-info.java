/** Secrets at rest: encrypted with keys that stand outside the database, which keeps only their fingerprints. */
@NullMarked
package io.usher.engine.platform.secret;

import org.jspecify.annotations.NullMarked;
