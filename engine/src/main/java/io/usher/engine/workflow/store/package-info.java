/** Workflows, drafts, versions and links versions in MongoDB. */
@NullMarked
package io.usher.engine.workflow.store;

import org.jspecify.annotations.NullMarked;
