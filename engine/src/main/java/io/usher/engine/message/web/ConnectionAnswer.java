package io.usher.engine.message.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.usher.engine.message.MessageConnection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A connection as the API shows it: of secrets the names of those that are set. */
@Schema(name = "Connection")
record ConnectionAnswer(
        String id,

        @Schema(description = "Of its connector", allowableValues = "smtp")
        String kind,

        @Schema(allowableValues = {"email", "sms"}) String channel,
        String name,

        @Schema(
                description = "smtp: host, port, encryption (tls, starttls, optional, off), user",
                example = "{\"host\": \"mail.example.com\", \"port\": \"587\"}")
        Map<String, String> settings,

        @Schema(description = "The names of those that are set; smtp: password")
        List<String> secrets,

        @Schema(description = "Whether messages may take it")
        boolean enabled,

        @Schema(description = "It only catches: sample addresses and marketing may go there")
        boolean catcher,

        @Schema(
                description = "USHER_SMTP_URL gives it to every workspace that has no connection of its own; it cannot"
                        + " be changed here")
        boolean ofEnvironment,

        @Nullable Answered answered,
        @Nullable Instant changedAt,
        @Nullable String changedBy) {

    /** What the other side answered last. */
    @Schema(name = "ConnectionAnswered")
    record Answered(Instant at, boolean well, String words) {}

    static ConnectionAnswer of(MessageConnection connection) {
        var answered = connection.answered();
        var changed = connection.changed();
        return new ConnectionAnswer(
                connection.id(),
                connection.kind(),
                connection.channel().key(),
                connection.name(),
                new TreeMap<>(connection.settings()),
                connection.secrets().stream().sorted().toList(),
                connection.enabled(),
                connection.catcher(),
                connection.id().equals(MessageConnection.ENVIRONMENT),
                answered == null ? null : new Answered(answered.at(), answered.well(), answered.words()),
                changed == null ? null : changed.at(),
                changed == null ? null : changed.by().name());
    }
}
