package io.usher.engine.contact.internal;

import io.usher.engine.contact.Channel;
import io.usher.engine.contact.Consent;
import io.usher.engine.contact.Contact;
import io.usher.engine.contact.Identifier.Kind;
import io.usher.engine.contact.Purpose;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Contacts as lines of an export. */
final class ExportRows {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> FIRST_COLUMNS = List.of(
            "id", "email", "phone", "externalCustomerId", "firstName", "lastName", "language", "timeZone", "createdAt");

    private final ExportOrder order;

    ExportRows(ExportOrder order) {
        this.order = order;
    }

    /** What stands before the first contact. */
    String head() {
        if (order.format() == ExportFormat.NDJSON) {
            return "";
        }
        var columns = new ArrayList<>(FIRST_COLUMNS);
        for (Purpose purpose : order.purposes()) {
            for (Channel channel : Channel.values()) {
                columns.add("consent." + purpose.key() + "." + channel.key());
            }
        }
        columns.addAll(order.fields().isEmpty() ? List.of("fields") : order.fields());
        return Csv.BEGINNING + Csv.line(columns);
    }

    String line(Contact contact) {
        return switch (order.format()) {
            case CSV -> csv(contact);
            case NDJSON -> JSON.writeValueAsString(json(contact)) + "\n";
        };
    }

    private String csv(Contact contact) {
        var values = new ArrayList<String>();
        values.add(contact.id().value());
        values.add(contact.shown(Kind.EMAIL).orElse(""));
        values.add(contact.identifier(Kind.PHONE).orElse(""));
        values.add(contact.identifier(Kind.EXTERNAL_CUSTOMER_ID).orElse(""));
        values.add(text(contact.firstName()));
        values.add(text(contact.lastName()));
        values.add(text(contact.language()));
        values.add(text(zone(contact.zone())));
        values.add(contact.createdAt().toString());
        for (Purpose purpose : order.purposes()) {
            for (Channel channel : Channel.values()) {
                values.add(state(contact.consent(purpose, channel)));
            }
        }
        var fields = contact.fields().values();
        if (order.fields().isEmpty()) {
            values.add(fields.isEmpty() ? "" : JSON.writeValueAsString(fields));
        } else {
            order.fields().forEach(name -> values.add(text(fields.get(name))));
        }
        return Csv.line(values);
    }

    private Map<String, @Nullable Object> json(Contact contact) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", contact.id().value());
        json.put("email", contact.shown(Kind.EMAIL).orElse(null));
        json.put("phone", contact.identifier(Kind.PHONE).orElse(null));
        json.put(
                "externalCustomerId",
                contact.identifier(Kind.EXTERNAL_CUSTOMER_ID).orElse(null));
        json.put("firstName", contact.firstName());
        json.put("lastName", contact.lastName());
        json.put("language", contact.language());
        json.put("timeZone", zone(contact.zone()));
        json.put("createdAt", contact.createdAt().toString());
        json.put(
                "identifiers",
                contact.identifiers().stream()
                        .map(each -> Map.of("kind", each.kind().param(), "value", each.shown()))
                        .toList());
        json.put("consents", consents(contact));
        json.put("fields", fields(contact));
        return json;
    }

    private Map<String, Object> consents(Contact contact) {
        var consents = new LinkedHashMap<String, Object>();
        for (Purpose purpose : order.purposes()) {
            var channels = new LinkedHashMap<String, Object>();
            for (Channel channel : Channel.values()) {
                channels.put(channel.key(), consent(contact.consent(purpose, channel)));
            }
            consents.put(purpose.key(), channels);
        }
        return consents;
    }

    private static Map<String, @Nullable Object> consent(Consent consent) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        var since = consent.since();
        json.put("state", state(consent));
        json.put("source", consent.source());
        json.put("since", since == null ? null : since.toString());
        return json;
    }

    private Map<String, @Nullable Object> fields(Contact contact) {
        var all = contact.fields().values();
        if (order.fields().isEmpty()) {
            return all;
        }
        var chosen = new LinkedHashMap<String, @Nullable Object>();
        order.fields().stream().filter(all::containsKey).forEach(name -> chosen.put(name, all.get(name)));
        return chosen;
    }

    private static String state(Consent consent) {
        return consent.state().name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String zone(@Nullable ZoneId zone) {
        return zone == null ? null : zone.getId();
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Map<?, ?> map -> JSON.writeValueAsString(map);
            case List<?> list -> JSON.writeValueAsString(list);
            default -> value.toString();
        };
    }
}
