/** Contacts, their identifiers and consents. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "platform", "account", "rule", "job"})
package io.usher.engine.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
