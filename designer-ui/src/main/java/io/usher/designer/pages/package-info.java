/** What the pages of lists have in common beyond the list itself. */
@NullMarked
package io.usher.designer.pages;

import org.jspecify.annotations.NullMarked;
