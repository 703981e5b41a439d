/** Signing in, keys and workspaces, apart from HTTP and MongoDB. */
@NullMarked
package io.usher.engine.account.internal;

import org.jspecify.annotations.NullMarked;
