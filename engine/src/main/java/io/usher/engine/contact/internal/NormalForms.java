package io.usher.engine.contact.internal;

import io.usher.engine.contact.Identifier.Kind;
import io.usher.engine.contact.internal.NormalForm.Unusable;
import io.usher.engine.contact.internal.NormalForm.Usable;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

/** The one spelling of an identifier that is stored and compared. */
final class NormalForms {

    private static final int MAX_TEXT = 400;

    private NormalForms() {}

    /** @param country whose numbers phone numbers without a country's code are */
    static NormalForm of(Kind kind, String text, String country) {
        return switch (kind) {
            case EMAIL -> MailForm.of(text);
            case PHONE -> PhoneForm.of(text, country);
            case CONTACT_ID, EXTERNAL_CUSTOMER_ID, PUSH_TOKEN -> id(text);
        };
    }

    private static NormalForm id(String text) {
        var id = VisibleText.of(text);
        if (id.isEmpty() || !plain(id)) {
            return new Unusable("is not a short text");
        }
        return new Usable(id, VisibleText.hasInvisible(text) ? List.of(VisibleText.NOTE) : List.of());
    }

    /** A name, trimmed and composed; empty when it is too long or holds control characters. Joiners in it are letters' matter. */
    static Optional<String> name(String text) {
        var name = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        return plain(name) ? Optional.of(name) : Optional.empty();
    }

    private static boolean plain(String text) {
        return text.length() <= MAX_TEXT
                && text.codePoints()
                        .noneMatch(point -> Character.isISOControl(point)
                                || Character.getType(point) == Character.LINE_SEPARATOR
                                || Character.getType(point) == Character.PARAGRAPH_SEPARATOR);
    }
}
