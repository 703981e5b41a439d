/** Messages: rendering, outbox, hand-over to channels, why one was sent, held or dropped. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "platform", "contact", "event", "order", "audience", "account", "rule"})
package io.usher.engine.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
