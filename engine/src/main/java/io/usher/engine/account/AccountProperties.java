package io.usher.engine.account;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the first start makes, and how long sessions last.
 *
 * @param firstSignInFile a file with lines {@code password=}, {@code send-key=} and {@code manage-key=}, in the place of the
 *     three below; read only while there is no user
 * @param adminPassword first password of {@code admin}; looked at only while there is no user
 * @param sendKey text of an API key with scope {@code send} for workspace {@code main}
 * @param manageKey text of an API key with scope {@code manage} for workspace {@code main}
 * @param zone time zone of workspace {@code main}
 * @param country country of workspace {@code main}, ISO 3166 alpha-2
 * @param designerKey secret that the designer shows to be believed about its browsers; without one nobody is believed
 * @param session how long sessions last
 * @param securityLogKept how long an entry of the security log is kept
 */
@ConfigurationProperties("usher.account")
public record AccountProperties(
        @Nullable String firstSignInFile,
        @Nullable String adminPassword,
        @Nullable String sendKey,
        @Nullable String manageKey,
        @DefaultValue("UTC") ZoneId zone,
        @DefaultValue("SE") String country,
        @Nullable String designerKey,
        @DefaultValue Session session,
        @DefaultValue("365d") Duration securityLogKept) {

    /**
     * @param idle a session ends when it was not used for so long
     * @param longest a session ends so long after the sign-in
     * @param confirmed so long after the password was typed, what needs it again does not ask for it
     */
    public record Session(
            @DefaultValue("12h") Duration idle,
            @DefaultValue("7d") Duration longest,
            @DefaultValue("30m") Duration confirmed) {}

    private static final int SHORTEST_DESIGNER_KEY = 32;

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    public AccountProperties {
        if (!COUNTRIES.contains(country)) {
            throw new IllegalArgumentException(
                    "usher.account.country (USHER_COUNTRY) must be a country such as SE, not \"" + country + "\"");
        }
        if (designerKey != null && !designerKey.isBlank() && designerKey.length() < SHORTEST_DESIGNER_KEY) {
            throw new IllegalArgumentException("usher.account.designer-key (USHER_DESIGNER_KEY) must have at least "
                    + SHORTEST_DESIGNER_KEY + " characters");
        }
    }

    /** Tells nothing that is secret. */
    @Override
    public String toString() {
        return "AccountProperties[zone=" + zone + ", country=" + country + ", session=" + session + "]";
    }
}
