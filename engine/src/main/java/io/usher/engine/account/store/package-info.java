/** Users, sessions, API keys, workspaces and wrong tries in MongoDB. */
@NullMarked
package io.usher.engine.account.store;

import org.jspecify.annotations.NullMarked;
