package io.usher.engine.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usher.engine.account.Workspace;
import io.usher.engine.shared.Problem.FieldError;
import io.usher.engine.shared.ProblemException;
import io.usher.engine.shared.WorkspaceId;
import java.net.URI;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceSettingsFormTest {

    private static final Workspace NOW = new Workspace(
            new WorkspaceId("w1"),
            "Opera",
            ZoneId.of("Europe/Stockholm"),
            Locale.forLanguageTag("sv"),
            "SE",
            URI.create("https://opera.example.com"),
            null,
            3);

    @Test
    void shouldLeaveWhatIsNotNamed() {
        assertThat(WorkspaceSettingsForm.applied(Map.of(), NOW)).isEqualTo(NOW);
    }

    @Test
    void shouldChangeWhatIsNamed() {
        // when
        var next = WorkspaceSettingsForm.applied(
                Map.of(
                        "name", "  The  Opera ",
                        "zone", "America/New_York",
                        "language", "en_GB",
                        "country", "US",
                        "publicAddress", "https://tickets.example.com/mail/"),
                NOW);

        // then
        assertThat(next.name()).isEqualTo("The  Opera");
        assertThat(next.zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(next.language()).isEqualTo(Locale.UK);
        assertThat(next.country()).isEqualTo("US");
        assertThat(next.publicAddress()).isEqualTo(URI.create("https://tickets.example.com/mail"));
    }

    @Test
    void shouldTakeThePublicAddressAwayByNull() {
        // given
        var body = new HashMap<String, Object>();
        body.put("publicAddress", null);

        // then
        assertThat(WorkspaceSettingsForm.applied(body, NOW).publicAddress()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "name, null, required",
                "name, ' ', required",
                "zone, null, zone",
                "zone, +02:00, zone",
                "zone, Mars/Olympus, zone",
                "language, null, language",
                "language, klingon, language",
                "language, xx, language",
                "language, en_US.UTF-8, language",
                "language, sv-!!, language",
                "language, en-x-whatever, language",
                "country, null, country",
                "country, se, country",
                "country, XX, country",
                "colour, red, unknown"
            })
    void shouldNameTheFieldThatIsWrong(String field, String value, String rule) {
        var body = new HashMap<String, Object>();
        body.put(field, value);
        assertRefused(body, field, rule);
    }

    @Test
    void shouldRefuseWhatIsNoText() {
        assertRefused(Map.of("name", 5), "name", "type");
        assertRefused(Map.of("zone", Map.of()), "zone", "type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tickets.example.com",
                "//tickets.example.com",
                "http://tickets.example.com",
                "ftp://tickets.example.com",
                "https://",
                "https://me:secret@tickets.example.com",
                "https://tickets.example.com?x=1",
                "https://tickets.example.com#top",
                "https://tickets example.com",
                "javascript:alert(1)"
            })
    void shouldRefuseAPublicAddressThatLinksCannotBeginWith(String address) {
        assertRefused(Map.of("publicAddress", address), "publicAddress", "address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:8080", "http://127.0.0.1", "http://[::1]:8080", "https://a.example:8443/b"})
    void shouldTakeOneOfThisMachineWithoutTls(String address) {
        assertThat(WorkspaceSettingsForm.applied(Map.of("publicAddress", address), NOW)
                        .publicAddress())
                .isEqualTo(URI.create(address));
    }

    @Test
    void shouldSayAllThatIsWrongAtOnce() {
        assertThatThrownBy(() -> WorkspaceSettingsForm.applied(Map.of("zone", "x", "country", "y", "z", 1), NOW))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().errors())
                                .extracting(FieldError::field)
                                .containsExactlyInAnyOrder("zone", "country", "z"));
    }

    private static void assertRefused(Map<String, Object> body, String field, String rule) {
        assertThatThrownBy(() -> WorkspaceSettingsForm.applied(body, NOW))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    var error = refused.problem().errors().getFirst();
                    assertThat(error.field()).isEqualTo(field);
                    assertThat(error.rule()).isEqualTo(rule);
                });
    }
}
