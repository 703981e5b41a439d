/** Contacts over HTTP. */
@NullMarked
package io.usher.engine.contact.web;

import org.jspecify.annotations.NullMarked;
