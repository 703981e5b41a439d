package io.usher.engine.message.internal.connection;

import io.usher.connectors.channel.Connection;
import io.usher.connectors.channel.Connector;
import io.usher.connectors.channel.Connector.Flaw;
import io.usher.connectors.channel.Connectors;
import io.usher.engine.contact.Channel;
import io.usher.engine.message.Connections.Draft;
import io.usher.engine.message.Connections.SenderDraft;
import io.usher.engine.message.MessageConnection;
import io.usher.engine.message.NewMessage;
import io.usher.engine.shared.Problem.FieldError;
import io.usher.engine.shared.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks drafts by what their connector says; 400 with everything that is wrong, by the fields of a request. */
final class ConnectionChecks {

    private final Connectors connectors;

    ConnectionChecks(Connectors connectors) {
        this.connectors = connectors;
    }

    /** @param secrets the names of those that are set */
    Connector<?> connection(Draft draft, Set<String> secrets) {
        var connector = connector(draft.kind());
        var errors = new ArrayList<FieldError>();
        unknown("settings", draft.settings().keySet(), connector.settings(), errors);
        unknown("secrets", secrets, connector.secrets(), errors);
        var placeholders = secrets.stream().collect(Collectors.toMap(name -> name, name -> ""));
        connector
                .check(new Connection(draft.settings(), placeholders))
                .forEach(flaw -> errors.add(error(connector, flaw)));
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
        return connector;
    }

    /** A secret that stays is told only to whom it was entered for: whoever may edit could send it to a server of their own otherwise. */
    void staying(MessageConnection now, Draft draft, Set<String> staying) {
        boolean elsewhere = connector(now.kind()).bindingSettings().stream()
                .anyMatch(name -> !Objects.equals(
                        now.settings().get(name), draft.settings().get(name)));
        if (elsewhere && !staying.isEmpty()) {
            throw Problems.invalid(staying.stream()
                    .sorted()
                    .map(name -> "secrets." + name)
                    .map(field -> new FieldError(
                            field, "enter-anew", field + " must be entered anew, as where or how it is used changes"))
                    .toList());
        }
    }

    Connector<?> connector(String kind) {
        return connectors
                .of(kind)
                .orElseThrow(() -> Problems.invalid(
                        "kind",
                        "choice",
                        "kind must be one of: "
                                + connectors.all().stream().map(Connector::kind).collect(Collectors.joining(", "))));
    }

    static Channel channel(Connector<?> connector) {
        return NewMessage.channel(connector.channel());
    }

    private static void unknown(String place, Collection<String> given, Set<String> known, List<FieldError> errors) {
        given.stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .forEach(name -> errors.add(
                        new FieldError(place + "." + name, "unknown", place + "." + name + " is not a known field")));
    }

    private static FieldError error(Connector<?> connector, Flaw flaw) {
        var place = connector.secrets().contains(flaw.field()) ? "secrets." : "settings.";
        return new FieldError(place + flaw.field(), flaw.rule(), flaw.message());
    }

    void sender(SenderDraft draft, List<MessageConnection> connections) {
        var connection = connections.stream()
                .filter(each -> each.id().equals(draft.connection()))
                .findFirst()
                .orElseThrow(() -> Problems.invalid(
                        "connection", "choice", "connection must be the id of a connection of this workspace"));
        var errors = connector(connection.kind()).checkSender(draft.address()).stream()
                .map(flaw -> new FieldError("address", flaw.rule(), flaw.message()))
                .toList();
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
    }
}
