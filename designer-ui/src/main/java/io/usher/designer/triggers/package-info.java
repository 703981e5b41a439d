/** Which events start and stop a workflow, and how a person says so. */
@NullMarked
package io.usher.designer.triggers;

import org.jspecify.annotations.NullMarked;
