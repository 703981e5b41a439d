/** Users, sessions, devices, API keys, workspaces, tries and the security log in MongoDB. */
@NullMarked
package io.usher.engine.account.store;

import org.jspecify.annotations.NullMarked;
