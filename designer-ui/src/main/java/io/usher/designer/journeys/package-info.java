/** Journeys: where each contact is in a workflow, what happened on the way, and what a person may do about it. */
@NullMarked
package io.usher.designer.journeys;

import org.jspecify.annotations.NullMarked;
