/** Rules over facts: a person builds one from rows, and reads one in plain words. */
@NullMarked
package io.usher.designer.rules;

import org.jspecify.annotations.NullMarked;
