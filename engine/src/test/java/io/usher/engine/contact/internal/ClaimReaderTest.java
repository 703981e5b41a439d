package io.usher.engine.contact.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.contact.Channel;
import io.usher.engine.contact.Consent;
import io.usher.engine.contact.Identifier;
import io.usher.engine.contact.Identifier.Kind;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.WorkspaceId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimReaderTest {

    private static final WorkspaceId WORKSPACE = new WorkspaceId("w");

    private final ClaimReader reader = new ClaimReader();

    @ParameterizedTest
    @CsvSource({
        "emailaddress, ' Ada.B@Example.COM ', EMAIL, ada.b@example.com",
        "Email, x@example.org, EMAIL, x@example.org",
        "PHONE, 070-123 45 67, PHONE, +46701234567",
        "phone, +44 20 7946 0958, PHONE, +442079460958",
        "ExternalCustomerID, ' K 17 ', EXTERNAL_CUSTOMER_ID, K 17"
    })
    void shouldReadIdentifiersInTheirNormalForm(String name, String text, Kind kind, String expected) {
        var reading = reader.read(WORKSPACE, "SE", new Params(Map.of(name, text)));

        assertThat(reading.claim().identifiers()).containsExactly(new Identifier(kind, expected));
        assertThat(reading.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Email, no address", "Email, 'a@example.com, b@example.com'", "Phone, 12", "TimeZone, Mars/Base"})
    void shouldLeaveOutAndNameWhatHasNoNormalForm(String name, String text) {
        var reading = reader.read(WORKSPACE, "SE", new Params(Map.of(name, text)));

        assertThat(reading.claim().identifiers()).isEmpty();
        assertThat(reading.warnings()).singleElement().asString().startsWith(name);
    }

    @Test
    void shouldReadANumberAsExternalId() {
        var reading = reader.read(WORKSPACE, "SE", new Params(Map.of("externalCustomerId", 42L)));

        assertThat(reading.claim().identifiers()).containsExactly(new Identifier(Kind.EXTERNAL_CUSTOMER_ID, "42"));
    }

    @Test
    void shouldReadConsentsForMarketing() {
        var reading = reader.read(WORKSPACE, "SE", new Params(Map.of("marketingEmail", true, "MarketingSms", "no")));

        assertThat(reading.claim().consents().get(Channel.EMAIL).state()).isEqualTo(Consent.State.GIVEN);
        assertThat(reading.claim().consents().get(Channel.SMS).state()).isEqualTo(Consent.State.REFUSED);
    }
}
