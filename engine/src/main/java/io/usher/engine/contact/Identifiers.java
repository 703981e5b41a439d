package io.usher.engine.contact;

import io.usher.engine.shared.Params;
import io.usher.engine.shared.WorkspaceId;

/**
 * Turns what people write into normal forms: e-mail in lower case with its domain in ASCII, phone as E.164 with the workspace's
 * country, all composed (NFC) and without invisible characters.
 */
public interface Identifiers {

    /**
     * The claim that event params make: ContactId, ExternalCustomerId, EmailAddress / Email, Phone, PushToken, FirstName,
     * LastName, Language, TimeZone, MarketingEmail, MarketingSms, all without regard to case. An identifier that has no normal
     * form (a broken address) is left out and named in the result.
     */
    Reading read(WorkspaceId workspace, String country, Params params);

    /** A claim, and for the answer's warnings: params that could not be used and why, and what had to be guessed or left out. */
    record Reading(Claim claim, java.util.List<String> warnings) {}
}
