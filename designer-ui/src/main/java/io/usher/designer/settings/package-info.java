/** The pages on which a workspace is set up. */
@NullMarked
package io.usher.designer.settings;

import org.jspecify.annotations.NullMarked;
