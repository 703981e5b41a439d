/** How workflows are drawn, checked, activated and looked up. */
@NullMarked
package io.usher.engine.workflow.internal;

import org.jspecify.annotations.NullMarked;
