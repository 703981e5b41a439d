package io.usher.engine.contact.internal;

import io.usher.engine.contact.Channel;
import io.usher.engine.contact.Claim;
import io.usher.engine.contact.Consent;
import io.usher.engine.contact.Identifier;
import io.usher.engine.contact.Identifier.Kind;
import io.usher.engine.contact.Identifiers;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.Problem.FieldError;
import io.usher.engine.shared.WorkspaceId;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads claims from params; the names are matched without regard to case, the first one present counts. */
@Component
public class ClaimReader implements Identifiers {

    private static final String SOURCE = "event";
    private static final List<String> YES = List.of("true", "yes", "1", "given");
    private static final List<String> NO = List.of("false", "no", "0", "refused");

    /** What was read, and an error for each value that has no normal form. */
    public record Strict(Claim claim, List<FieldError> errors) {

        public Strict {
            errors = List.copyOf(errors);
        }
    }

    @Override
    public Reading read(WorkspaceId workspace, String country, Params params) {
        var read = readStrictly(workspace, country, params);
        return new Reading(
                read.claim(), read.errors().stream().map(FieldError::message).toList());
    }

    /** As {@link #read}, with errors that name the fields. */
    public Strict readStrictly(WorkspaceId workspace, String country, Params params) {
        return new Attempt(country, params).claim(workspace);
    }

    /** The identifier of this kind; empty when the text has no normal form. */
    public Optional<Identifier> identifier(Kind kind, String text, String country) {
        var normal = switch (kind) {
            case EMAIL -> NormalForms.email(text);
            case PHONE -> NormalForms.phone(text, country);
            case CONTACT_ID, EXTERNAL_CUSTOMER_ID, PUSH_TOKEN -> NormalForms.text(text);
        };
        return normal.map(value -> new Identifier(kind, value));
    }

    private final class Attempt {

        private final String country;
        private final Params params;
        private final List<FieldError> errors = new ArrayList<>();

        Attempt(String country, Params params) {
            this.country = country;
            this.params = params;
        }

        Strict claim(WorkspaceId workspace) {
            var identifiers = new ArrayList<Identifier>();
            for (Kind kind : Kind.values()) {
                identifier(kind).ifPresent(identifiers::add);
            }
            var claim = new Claim(
                    workspace, identifiers, name("FirstName"), name("LastName"), name("Language"), zone(), consents());
            return new Strict(claim, errors);
        }

        private Optional<Identifier> identifier(Kind kind) {
            for (String name : kind == Kind.EMAIL ? List.of(kind.param(), "Email") : List.of(kind.param())) {
                var text = text(name);
                if (text != null) {
                    var identifier = ClaimReader.this.identifier(kind, text, country);
                    if (identifier.isEmpty()) {
                        unusable(name, "format", "is not " + inWords(kind));
                    }
                    return identifier;
                }
            }
            return Optional.empty();
        }

        private @Nullable String name(String name) {
            var text = text(name);
            if (text == null) {
                return null;
            }
            var normal = NormalForms.text(text);
            if (normal.isEmpty()) {
                unusable(name, "format", "is too long or holds control characters");
            }
            return normal.orElse(null);
        }

        private @Nullable String zone() {
            var text = text("TimeZone");
            if (text == null) {
                return null;
            }
            try {
                return ZoneId.of(text).getId();
            } catch (DateTimeException e) {
                unusable("TimeZone", "format", "is not a time zone such as Europe/Stockholm");
                return null;
            }
        }

        private Map<Channel, Consent> consents() {
            var consents = new EnumMap<Channel, Consent>(Channel.class);
            consent("MarketingEmail").ifPresent(consent -> consents.put(Channel.EMAIL, consent));
            consent("MarketingSms").ifPresent(consent -> consents.put(Channel.SMS, consent));
            return consents;
        }

        private Optional<Consent> consent(String name) {
            var text = params.valueIgnoringCase(name)
                    .map(value -> String.valueOf(value).strip().toLowerCase(Locale.ROOT))
                    .orElse("");
            if (YES.contains(text)) {
                return Optional.of(new Consent(Consent.State.GIVEN, SOURCE, null));
            }
            if (NO.contains(text)) {
                return Optional.of(new Consent(Consent.State.REFUSED, SOURCE, null));
            }
            if (!text.isEmpty()) {
                unusable(name, "format", "is not true or false");
            }
            return Optional.empty();
        }

        /** The value as text; null when it is absent, blank or no single value. */
        private @Nullable String text(String name) {
            var value = params.valueIgnoringCase(name).orElse(null);
            return switch (value) {
                case null -> null;
                case String text -> text.isBlank() ? null : text.strip();
                case Long number -> number.toString();
                case BigDecimal number -> number.toPlainString();
                default -> {
                    unusable(name, "type", "is not a text");
                    yield null;
                }
            };
        }

        private void unusable(String name, String rule, String why) {
            errors.add(new FieldError(name, rule, name + " " + why + " and was not used"));
        }
    }

    private static String inWords(Kind kind) {
        return switch (kind) {
            case EMAIL -> "an e-mail address";
            case PHONE -> "a phone number";
            case CONTACT_ID, EXTERNAL_CUSTOMER_ID, PUSH_TOKEN -> "a short text";
        };
    }
}
