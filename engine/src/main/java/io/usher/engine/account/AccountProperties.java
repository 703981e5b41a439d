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
 * @param sessionIdle a session ends when it was not used for so long
 */
@ConfigurationProperties("usher.account")
public record AccountProperties(
        @Nullable String firstSignInFile,
        @Nullable String adminPassword,
        @Nullable String sendKey,
        @Nullable String manageKey,
        @DefaultValue("UTC") ZoneId zone,
        @DefaultValue("SE") String country,
        @DefaultValue("12h") Duration sessionIdle) {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    public AccountProperties {
        if (!COUNTRIES.contains(country)) {
            throw new IllegalArgumentException(
                    "usher.account.country (USHER_COUNTRY) must be a country such as SE, not \"" + country + "\"");
        }
    }

    /** Tells nothing that is secret. */
    @Override
    public String toString() {
        return "AccountProperties[zone=" + zone + ", country=" + country + ", sessionIdle=" + sessionIdle + "]";
    }
}
