/** The designer: what people see of Usher, in a browser, over the engine's public HTTP API only. */
@NullMarked
package io.usher.designer;

import org.jspecify.annotations.NullMarked;
