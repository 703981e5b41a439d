/** Workflows, drafts, versions, triggers; the compiler from drawing to process; the SPI and catalogue of blocks. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "platform", "contact", "event", "audience", "message", "account", "rule"})
package io.usher.engine.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
