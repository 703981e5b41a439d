/** What the integration tests of all modules share: one engine per run, a workspace per test, the API. */
@NullMarked
package io.usher.engine.testing;

import org.jspecify.annotations.NullMarked;
