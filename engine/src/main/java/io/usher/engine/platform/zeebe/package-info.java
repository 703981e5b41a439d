/** The Camunda client and what names an installation on a broker. */
@NullMarked
package io.usher.engine.platform.zeebe;

import org.jspecify.annotations.NullMarked;
