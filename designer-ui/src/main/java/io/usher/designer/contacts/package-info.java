/** Contacts as other screens show them: by name where one is known. */
@NullMarked
package io.usher.designer.contacts;

import org.jspecify.annotations.NullMarked;
