/** What every request and page of the designer has in common to be safe: headers, hosts, sizes, sessions of nobody. */
@NullMarked
package io.usher.designer.safety;

import org.jspecify.annotations.NullMarked;
