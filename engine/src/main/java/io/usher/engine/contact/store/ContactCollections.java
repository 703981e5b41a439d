package io.usher.engine.contact.store;

import io.usher.engine.platform.mongo.CollectionPlan;
import io.usher.engine.platform.mongo.CollectionSpec;
import io.usher.engine.platform.mongo.IndexSpec;
import java.util.List;
import org.springframework.stereotype.Component;

/** Contacts, who is who, and what they said about consent. */
@Component
class ContactCollections implements CollectionPlan {

    static final String CONTACTS = "contacts";
    static final String IDENTIFIERS = "identifiers";
    static final String LEDGERS = "consentLedgers";
    static final String CONSENT_HISTORY = "consentHistory";
    static final String PURPOSES = "consentPurposes";
    static final String WALKS = "contactWalks";

    @Override
    public List<CollectionSpec> collections() {
        return List.of(
                CollectionSpec.hashed(CONTACTS)
                        .with(IndexSpec.on("workspace", "-createdAt", "-_id"))
                        .with(IndexSpec.on("workspace", "firstName", "lastName"))
                        .with(IndexSpec.on("workspace", "lastName")),
                CollectionSpec.hashed(IDENTIFIERS),
                CollectionSpec.hashed(LEDGERS),
                CollectionSpec.hashed(CONSENT_HISTORY).with(IndexSpec.on("workspace", "contact", "-at", "-id")),
                CollectionSpec.unsharded(PURPOSES, "one small document for each workspace"),
                CollectionSpec.unsharded(WALKS, "one document for each walk of a sweeper"));
    }
}
