package io.usher.designer.settings;

import com.vaadin.flow.component.Component;
import io.usher.designer.list.Choice;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What an entry of the audit says to a reader; a code that this designer does not know yet stands for itself. */
final class AuditWords {

    private static final Map<String, String> ACTIONS = Map.ofEntries(
            Map.entry("api-key.made", "audit.api-key.made"),
            Map.entry("api-key.revoked", "audit.api-key.revoked"),
            Map.entry("event.sent-again", "audit.event.sent-again"),
            Map.entry("event-type.made", "audit.event-type.made"),
            Map.entry("event-type.changed", "audit.event-type.changed"),
            Map.entry("event-type.deleted", "audit.event-type.deleted"),
            Map.entry("journey.stopped", "audit.journey.stopped"),
            Map.entry("journey.retried", "audit.journey.retried"),
            Map.entry("journey.skipped", "audit.journey.skipped"),
            Map.entry("message.sent-again", "audit.message.sent-again"),
            Map.entry("segment.made", "audit.segment.made"),
            Map.entry("segment.member-added", "audit.segment.member-added"),
            Map.entry("segment.member-removed", "audit.segment.member-removed"),
            Map.entry("user.profile-changed", "audit.user.profile-changed"),
            Map.entry("workflow.made", "audit.workflow.made"),
            Map.entry("workflow.renamed", "audit.workflow.renamed"),
            Map.entry("workflow.triggers-changed", "audit.workflow.triggers-changed"),
            Map.entry("workflow.activated", "audit.workflow.activated"),
            Map.entry("workflow.paused", "audit.workflow.paused"),
            Map.entry("workflow.resumed", "audit.workflow.resumed"),
            Map.entry("workflow.archived", "audit.workflow.archived"),
            Map.entry("connection.made", "audit.connection.made"),
            Map.entry("connection.changed", "audit.connection.changed"),
            Map.entry("connection.deleted", "audit.connection.deleted"),
            Map.entry("sender.made", "audit.sender.made"),
            Map.entry("sender.changed", "audit.sender.changed"),
            Map.entry("sender.deleted", "audit.sender.deleted"),
            Map.entry("job.started", "audit.job.started"),
            Map.entry("job.cancelled", "audit.job.cancelled"),
            Map.entry("job.result-removed", "audit.job.result-removed"),
            Map.entry("segment.renamed", "audit.segment.renamed"),
            Map.entry("workspace.changed", "audit.workspace.changed"));

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("workflow", "audit.kind.workflow"),
            Map.entry("event-type", "audit.kind.event-type"),
            Map.entry("event", "audit.kind.event"),
            Map.entry("journey", "audit.kind.journey"),
            Map.entry("message", "audit.kind.message"),
            Map.entry("segment", "audit.kind.segment"),
            Map.entry("workspace", "audit.kind.workspace"),
            Map.entry("user", "audit.kind.user"),
            Map.entry("connection", "audit.kind.connection"),
            Map.entry("sender", "audit.kind.sender"),
            Map.entry("job", "audit.kind.job"),
            Map.entry("api-key", "audit.kind.api-key"));

    private static final Map<String, String> ARGUMENTS = Map.ofEntries(
            Map.entry("version", "audit.argument.version"),
            Map.entry("inside", "audit.argument.inside"),
            Map.entry("block", "audit.argument.block"),
            Map.entry("from", "audit.argument.from"),
            Map.entry("scopes", "audit.argument.scopes"),
            Map.entry("revision", "audit.argument.revision"),
            Map.entry("kind", "audit.argument.kind"),
            Map.entry("connection", "audit.argument.connection"),
            Map.entry("contact", "audit.argument.contact"));

    private AuditWords() {}

    static String action(Component speaker, AuditEntry entry) {
        return said(speaker, ACTIONS, entry.action());
    }

    static String kind(Component speaker, String kind) {
        return said(speaker, KINDS, kind);
    }

    /** What it was done with, in one line; empty when there is nothing to say. */
    static String arguments(Component speaker, AuditEntry entry) {
        return new TreeMap<>(entry.arguments())
                .entrySet().stream()
                        .map(one -> said(speaker, ARGUMENTS, one.getKey()) + " " + one.getValue())
                        .collect(Collectors.joining(", "));
    }

    static List<Choice> kinds(Component speaker) {
        return KINDS.keySet().stream()
                .map(kind -> new Choice(kind, kind(speaker, kind)))
                .sorted(Comparator.comparing(Choice::label))
                .toList();
    }

    private static String said(Component speaker, Map<String, String> keys, String code) {
        return Optional.ofNullable(keys.get(code)).map(speaker::getTranslation).orElse(code);
    }
}
