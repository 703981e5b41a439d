package io.usher.engine.contact.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.usher.engine.contact.Channel;
import io.usher.engine.contact.ConsentWord;
import io.usher.engine.contact.ConsentWord.Topic;
import io.usher.engine.contact.Identifier;
import io.usher.engine.contact.Identifier.Kind;
import io.usher.engine.contact.Identifiers;
import io.usher.engine.contact.Purpose;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.WorkspaceId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @CsvSource({
        "380501234567, +380501234567",
        "+380501234567, +380501234567",
        "00380501234567, +380501234567",
        "+38 (050) 123-45-67, +380501234567",
        "380.50.123.45.67, +380501234567",
        "0701234567, +46701234567",
        "701234567, +46701234567",
        "070-123 45 67, +46701234567",
        "(070) 123 45 67, +46701234567",
        "070.123.45.67, +46701234567",
        "070/1234567, +46701234567",
        "+46 (0)70 123 45 67, +46701234567",
        "(+46) 70 123 45 67, +46701234567",
        "46701234567, +46701234567",
        "0046701234567, +46701234567",
        "\u2066+46701234567\u2069, +46701234567",
        "０７０１２３４５６７, +46701234567",
        "＋４６７０１２３４５６７, +46701234567",
        "٠٧٠١٢٣٤٥٦٧, +46701234567",
        "+39 06 6982, +39066982"
    })
    void shouldReadEachSpellingOfAPhoneNumberAsTheOneNumber(String text, String expected) {
        assertThat(read("Phone", text).claim().identifiers()).containsExactly(new Identifier(Kind.PHONE, expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12",
                "46380501234567",
                "+46380501234567",
                "+4670",
                "0701234567890",
                "070-123 45 67 ext. 12",
                "0701234567x12",
                "+1 800 FLOWERS",
                "070 123 45 67, 08 123 456",
                "++46701234567",
                "070+1234567",
                "+00 46701234567",
                "*100#",
                "+"
            })
    void shouldRefuseWhatIsNoValidNumberOrNotOne(String text) {
        var reading = read("Phone", text);

        assertThat(reading.claim().identifiers()).isEmpty();
        assertThat(reading.warnings())
                .singleElement()
                .asString()
                .startsWith("Phone is not")
                .endsWith("was not used");
    }

    @Test
    void shouldSayThatAPhoneNumberHadToBeGuessed() {
        assertThat(read("Phone", "380501234567").warnings())
                .containsExactly("Phone was read as +380501234567; send it with the plus");
        assertThat(read("Phone", "0701234567").warnings()).isEmpty();
        assertThat(read("Phone", "46701234567").warnings()).isEmpty();
        assertThat(read("Phone", "0046701234567").warnings()).isEmpty();
    }

    @Test
    void shouldReadDigitsAsANumberOfTheCountryWhereTheyAreValidThereAndSayWhatElseTheyCouldBe() {
        var connecticut = reader.read(WORKSPACE, "US", new Params(Map.of("Phone", "4752345678")));
        var ukraine = reader.read(WORKSPACE, "UA", new Params(Map.of("Phone", "380501234567")));
        var nowhere = reader.read(WORKSPACE, "XX", new Params(Map.of("Phone", "380501234567")));

        assertThat(connecticut.claim().identifiers()).containsExactly(new Identifier(Kind.PHONE, "+14752345678"));
        assertThat(connecticut.warnings())
                .containsExactly("Phone was read as +14752345678 and could also be +4752345678; send it with a plus and"
                        + " the country's code");
        assertThat(ukraine.claim().identifiers()).containsExactly(new Identifier(Kind.PHONE, "+380501234567"));
        assertThat(ukraine.warnings()).isEmpty();
        assertThat(nowhere.claim().identifiers()).isEqualTo(ukraine.claim().identifiers());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zw@example.org",
                "zw@example.org\u200b",
                "\ufeffzw@example.org",
                "z\u00adw@exam\u200dple.org",
                "\u202ezw@example.org\u202c",
                "\u00a0zw@example.org\u2003",
                "ZW@Example.ORG.",
                "zw@example\uff0eorg",
                "zw\ufe0f@example.org"
            })
    void shouldReadAddressesThatLookTheSameAsOne(String text) {
        assertThat(read("EmailAddress", text).claim().identifiers())
                .containsExactly(new Identifier(Kind.EMAIL, "zw@example.org"));
    }

    @Test
    void shouldSayThatInvisibleCharactersWereLeftOut() {
        assertThat(read("EmailAddress", "zw@example.org\u200b").warnings())
                .containsExactly("EmailAddress held characters that cannot be seen, which were left out");
        assertThat(read("ExternalCustomerId", "K\u200b17").warnings())
                .containsExactly("ExternalCustomerId held characters that cannot be seen, which were left out");
        assertThat(read("EmailAddress", " ZW@example.org. ").warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "eva@bücher.example, eva@xn--bcher-kva.example",
        "EVA@BÜCHER.example, eva@xn--bcher-kva.example",
        "eva@bu\u0308cher.example, eva@xn--bcher-kva.example",
        "eva@XN--BCHER-KVA.example, eva@xn--bcher-kva.example",
        "eva@例え。jp, eva@xn--r8jz45g.jp",
        "jose\u0301@example.org, jos\u00e9@example.org",
        "JOSÉ@example.org, jos\u00e9@example.org"
    })
    void shouldKnowInternationalAddressesInOneForm(String text, String expected) {
        var reading = read("Email", text);

        assertThat(reading.claim().identifiers()).containsExactly(new Identifier(Kind.EMAIL, expected));
        assertThat(reading.warnings()).isEmpty();
    }

    @Test
    void shouldShowAnInternationalDomainInItsOwnLetters() {
        assertThat(new Identifier(Kind.EMAIL, "eva@xn--bcher-kva.example").shown())
                .isEqualTo("eva@bücher.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x:a@b.example;",
                "x:a@b.example",
                "undisclosed-recipients:;",
                "Eva <a@b.example>",
                "a@b.example, c@d.example",
                "a@b.example;c@d.example",
                "a b@c.example",
                "a\u00a0b@c.example",
                "a@b",
                "a@",
                "@b.example",
                "a@@b.example",
                "\"a b\"@c.example",
                "a@[127.0.0.1]",
                "a@b..example",
                "a@straße.example",
                "a@b.example..",
                "\u200b"
            })
    void shouldRefuseWhatIsNoSingleAddress(String text) {
        var reading = read("Email", text);

        assertThat(reading.claim().identifiers()).isEmpty();
        assertThat(reading.warnings())
                .singleElement()
                .asString()
                .startsWith("Email")
                .endsWith("was not used");
    }

    @Test
    void shouldComposeAndTrimExternalIds() {
        assertThat(read("ExternalCustomerId", "\u00a0Ka\u030a\u2060 1\u00ad7 ")
                        .claim()
                        .identifiers())
                .containsExactly(new Identifier(Kind.EXTERNAL_CUSTOMER_ID, "K\u00e5 17"));
    }

    @Test
    void shouldRememberHowAnIdentifierWasSpelledBefore() {
        assertThat(read("Phone", "380501234567").claim().formers())
                .isEqualTo(Map.of(
                        new Identifier(Kind.PHONE, "+380501234567"), new Identifier(Kind.PHONE, "+46380501234567")));
        assertThat(read("Email", "eva@bücher.example").claim().formers())
                .containsValue(new Identifier(Kind.EMAIL, "eva@bücher.example"));
        assertThat(read("Email", "Eva@example.org").claim().formers()).isEmpty();
    }

    private Identifiers.Reading read(String name, String text) {
        return reader.read(WORKSPACE, "SE", new Params(Map.of(name, text)));
    }

    @Test
    void shouldReadANumberAsExternalId() {
        var reading = reader.read(WORKSPACE, "SE", new Params(Map.of("externalCustomerId", 42L)));

        assertThat(reading.claim().identifiers()).containsExactly(new Identifier(Kind.EXTERNAL_CUSTOMER_ID, "42"));
    }

    @Test
    void shouldReadConsentsForMarketing() {
        var reading = reader.read(WORKSPACE, "SE", new Params(Map.of("marketingEmail", true, "MarketingSms", "no")));

        assertThat(reading.claim().consents())
                .extracting(ConsentWord::topic, ConsentWord::given)
                .containsExactly(
                        tuple(new Topic(Purpose.MARKETING, Channel.EMAIL), true),
                        tuple(new Topic(Purpose.MARKETING, Channel.SMS), false));
    }
}
