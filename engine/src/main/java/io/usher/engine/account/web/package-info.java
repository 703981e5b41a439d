/** Who may call what: Spring Security, sign-in, the own account and API keys over HTTP. */
@NullMarked
package io.usher.engine.account.web;

import org.jspecify.annotations.NullMarked;
