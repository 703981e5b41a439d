package io.usher.engine.contact.internal;

import io.usher.engine.contact.Channel;
import io.usher.engine.contact.Claim;
import io.usher.engine.contact.ConsentWord;
import io.usher.engine.contact.ConsentWord.Evidence;
import io.usher.engine.contact.ConsentWord.Topic;
import io.usher.engine.contact.ConsentWord.When;
import io.usher.engine.contact.Identifier;
import io.usher.engine.contact.Identifier.Kind;
import io.usher.engine.contact.Identifiers;
import io.usher.engine.contact.Purpose;
import io.usher.engine.contact.internal.NormalForm.Unusable;
import io.usher.engine.contact.internal.NormalForm.Usable;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.Problem.FieldError;
import io.usher.engine.shared.WorkspaceId;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads claims from params; the names are matched without regard to case, the first one present counts. */
@Component
public class ClaimReader implements Identifiers {

    private static final String SOURCE = "event";
    private static final List<String> YES = List.of("true", "yes", "1", "given");
    private static final List<String> NO = List.of("false", "no", "0", "refused");

    /** What was read, an error for each value that has no normal form, and what had to be guessed or left out. */
    public record Strict(Claim claim, List<FieldError> errors, List<String> warnings) {

        public Strict {
            errors = List.copyOf(errors);
            warnings = List.copyOf(warnings);
        }
    }

    @Override
    public Reading read(WorkspaceId workspace, String country, Params params) {
        var read = readStrictly(workspace, country, params);
        var warnings = Stream.concat(read.errors().stream().map(FieldError::message), read.warnings().stream());
        return new Reading(read.claim(), warnings.toList());
    }

    /** As {@link #read}, with errors that name the fields. */
    public Strict readStrictly(WorkspaceId workspace, String country, Params params) {
        return new Attempt(country, params).claim(workspace);
    }

    /** Under what the text may be stored: its normal form, then former ones; nothing when it is no identifier of this kind. */
    List<Identifier> stored(Kind kind, String text, String country) {
        var normal = NormalForms.of(kind, text, country) instanceof Usable usable
                ? Stream.of(usable.value())
                : Stream.<String>empty();
        return Stream.concat(normal, FormerForms.of(kind, text, country).stream())
                .distinct()
                .map(value -> new Identifier(kind, value))
                .toList();
    }

    private final class Attempt {

        private final String country;
        private final Params params;
        private final List<FieldError> errors = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();
        private final Map<Identifier, Identifier> formers = new HashMap<>();

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
                    workspace,
                    identifiers,
                    formers,
                    name("FirstName"),
                    name("LastName"),
                    name("Language"),
                    zone(),
                    consents());
            return new Strict(claim, errors, warnings);
        }

        private Optional<Identifier> identifier(Kind kind) {
            for (String name : kind == Kind.EMAIL ? List.of(kind.param(), "Email") : List.of(kind.param())) {
                var text = text(name);
                if (text != null) {
                    return identifier(kind, name, text);
                }
            }
            return Optional.empty();
        }

        private Optional<Identifier> identifier(Kind kind, String name, String text) {
            return switch (NormalForms.of(kind, text, country)) {
                case Unusable(String why) -> {
                    unusable(name, "format", why);
                    yield Optional.empty();
                }
                case Usable(String value, List<String> notes) -> {
                    notes.forEach(note -> warnings.add(name + " " + note));
                    var identifier = new Identifier(kind, value);
                    FormerForms.of(kind, text, country)
                            .filter(former -> !former.equals(value))
                            .ifPresent(former -> formers.put(identifier, new Identifier(kind, former)));
                    yield Optional.of(identifier);
                }
            };
        }

        private @Nullable String name(String name) {
            var text = text(name);
            if (text == null) {
                return null;
            }
            var normal = NormalForms.name(text);
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

        private List<ConsentWord> consents() {
            return Stream.of(consent("MarketingEmail", Channel.EMAIL), consent("MarketingSms", Channel.SMS))
                    .flatMap(Optional::stream)
                    .toList();
        }

        private Optional<ConsentWord> consent(String name, Channel channel) {
            var text = params.valueIgnoringCase(name)
                    .map(value -> String.valueOf(value).strip().toLowerCase(Locale.ROOT))
                    .orElse("");
            boolean given = YES.contains(text);
            if (given || NO.contains(text)) {
                var topic = new Topic(Purpose.MARKETING, channel);
                return Optional.of(ConsentWord.of(topic, given, When.NOW, new Evidence(SOURCE, null, null)));
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
}
