/** Access to MongoDB: collections with majority concerns, indexes, the codec of free values. */
@NullMarked
package io.usher.engine.platform.mongo;

import org.jspecify.annotations.NullMarked;
