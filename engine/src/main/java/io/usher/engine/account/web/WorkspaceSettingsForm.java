package io.usher.engine.account.web;

import io.usher.engine.account.Workspace;
import io.usher.engine.platform.web.FieldChecks;
import io.usher.engine.platform.web.MergePatch;
import io.usher.engine.shared.VisibleText;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A merge patch of a workspace's settings, checked. */
final class WorkspaceSettingsForm {

    private static final List<String> FIELDS = List.of("name", "zone", "language", "country", "publicAddress");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_LANGUAGE = 35;
    private static final int LONGEST_ADDRESS = 500;
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> LANGUAGES = Locale.availableLocales()
            .map(Locale::getLanguage)
            .filter(language -> !language.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final FieldChecks checks = new FieldChecks();
    private final MergePatch patch;

    private WorkspaceSettingsForm(Map<String, @Nullable Object> body) {
        patch = MergePatch.of(body, FIELDS, checks);
    }

    /** What the workspace is to be; revision and change stay. 400 with everything that is wrong. */
    static Workspace applied(Map<String, @Nullable Object> body, Workspace now) {
        return new WorkspaceSettingsForm(body).applied(now);
    }

    private Workspace applied(Workspace now) {
        var next = new Workspace(
                now.id(),
                name(now.name()),
                zone(now.zone()),
                language(now.language()),
                country(now.country()),
                address(now.publicAddress()),
                now.changed(),
                now.revision());
        checks.orThrow();
        return next;
    }

    private String name(String now) {
        var sent = patch.text("name", now);
        var name = checks.text("name", sent == null ? null : VisibleText.clean(sent), LONGEST_NAME);
        checks.check(!VisibleText.hasControls(name), "name", "characters", "name must not have control characters");
        return name;
    }

    private ZoneId zone(ZoneId now) {
        var sent = patch.text("zone", now.getId());
        if (sent == null || !sent.equals(now.getId()) && !ZONES.contains(sent)) {
            checks.error("zone", "zone", "zone must be a time zone such as Europe/Stockholm");
            return now;
        }
        return ZoneId.of(sent);
    }

    private Locale language(Locale now) {
        var sent = patch.text("language", now.toLanguageTag());
        var language = sent == null || sent.length() > LONGEST_LANGUAGE ? null : locale(sent);
        if (language == null || !LANGUAGES.contains(language.getLanguage()) || language.hasExtensions()) {
            checks.error("language", "language", "language must be a language such as sv or en-GB");
            return now;
        }
        return language;
    }

    private static @Nullable Locale locale(String text) {
        try {
            return new Locale.Builder()
                    .setLanguageTag(text.strip().replace('_', '-'))
                    .build();
        } catch (IllformedLocaleException e) {
            return null;
        }
    }

    private String country(String now) {
        var sent = patch.text("country", now);
        if (sent == null || !COUNTRIES.contains(sent)) {
            checks.error("country", "country", "country must be two capital letters of ISO 3166, such as SE");
            return now;
        }
        return sent;
    }

    private @Nullable URI address(@Nullable URI now) {
        var sent = patch.text("publicAddress", now == null ? null : now.toString());
        if (sent == null || sent.isBlank()) {
            return null;
        }
        var address = sent.length() > LONGEST_ADDRESS ? null : read(sent.strip().replaceFirst("/+$", ""));
        checks.check(
                address != null,
                "publicAddress",
                "address",
                "publicAddress must be an https address such as https://tickets.example.com, without ? and # and at most "
                        + LONGEST_ADDRESS + " characters; http only for this machine");
        return address;
    }

    private static @Nullable URI read(String text) {
        try {
            var address = URI.create(text).parseServerAuthority();
            var plain = address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
            var safe = "https".equalsIgnoreCase(address.getScheme())
                    || "http".equalsIgnoreCase(address.getScheme()) && THIS_MACHINE.contains(address.getHost());
            return plain && safe ? address : null;
        } catch (IllegalArgumentException | URISyntaxException e) {
            return null;
        }
    }
}
