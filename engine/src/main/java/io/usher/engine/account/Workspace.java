package io.usher.engine.account;

import io.usher.engine.shared.Actor;
import io.usher.engine.shared.WorkspaceId;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A tenant.
 *
 * @param zone of "at 9:00" and calendar months, for contacts without one
 * @param language of days, months and amounts in messages, for contacts without one
 * @param country whose phone numbers are those without a country's code, ISO 3166 alpha-2
 * @param publicAddress where people on the internet reach this installation, without a slash at its end; links in messages
 *     begin with it
 * @param changed by whom the settings were changed last
 * @param revision counts changes of the settings, from 1
 */
public record Workspace(
        WorkspaceId id,
        String name,
        ZoneId zone,
        Locale language,
        String country,
        @Nullable URI publicAddress,
        @Nullable Change changed,
        long revision) {

    /**
     * Who changed it, and when.
     *
     * @param by the actor's name then
     */
    public record Change(Instant at, String by, Actor actor) {}

    /** A new one, whose language is English. */
    public Workspace(WorkspaceId id, String name, ZoneId zone, String country) {
        this(id, name, zone, Locale.ENGLISH, country, null, null, 1);
    }

    /** Says which settings these are. */
    public String tag() {
        return "workspace-" + revision;
    }
}
