/** One contact and one order: where events, journeys and messages lead to. */
@NullMarked
package io.usher.designer.people;

import org.jspecify.annotations.NullMarked;
