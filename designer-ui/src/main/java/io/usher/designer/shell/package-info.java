/** The frame of every page behind the sign-in: brand, navigation, the person's menu. */
@NullMarked
package io.usher.designer.shell;

import org.jspecify.annotations.NullMarked;
