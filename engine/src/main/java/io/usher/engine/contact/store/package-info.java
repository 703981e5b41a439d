/** Contacts and identifiers in MongoDB. */
@NullMarked
package io.usher.engine.contact.store;

import org.jspecify.annotations.NullMarked;
