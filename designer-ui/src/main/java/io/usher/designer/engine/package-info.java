/** The engine as the designer knows it: one client, typed failures, and a watch that tells when it is away. */
@NullMarked
package io.usher.designer.engine;

import org.jspecify.annotations.NullMarked;
