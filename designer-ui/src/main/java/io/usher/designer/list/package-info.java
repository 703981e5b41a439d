/** Lists as every reading screen has them: pages by cursor, states that say what to do next, times in the person's zone. */
@NullMarked
package io.usher.designer.list;

import org.jspecify.annotations.NullMarked;
