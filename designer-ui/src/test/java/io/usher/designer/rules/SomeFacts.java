package io.usher.designer.rules;

import io.usher.designer.rules.Facts.Fact;
import io.usher.designer.rules.Facts.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;

/** Facts of a shop that sells tickets. */
public final class SomeFacts {

    private static final Properties TEXTS = new Properties();

    static {
        try (var file = SomeFacts.class.getResourceAsStream("/vaadin-i18n/translations.properties")) {
            TEXTS.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The designer's English without a page. */
    static final UnaryOperator<String> ENGLISH = TEXTS::getProperty;

    public static final Facts FACTS = new Facts(
            List.of(
                    new Fact("segment.buyers", "Buyers", "segment", "flag", null),
                    new Fact("event.city", "City", "event", "text", "Oslo"),
                    new Fact("event.total", "Total", "event", "number", 120),
                    new Fact("event.openAt", "Open at", "event", "time", "2026-12-01T18:00:00Z"),
                    new Fact("order.status", "Order status", "order", "text", "PAID"),
                    new Fact(
                            "consent.email",
                            "E-mail consent status",
                            "consent",
                            "text",
                            "given",
                            List.of("given", "refused")),
                    new Fact("consent.email.given", "E-mail consent", "consent", "flag", true)),
            List.of(new Facts.ListOf(
                    "event.items",
                    "Items",
                    List.of(
                            new Fact("item.price", "Price", "item", "number", 120),
                            new Fact("item.kind", "Kind", "item", "text", "ticket")))),
            List.of(),
            List.of(
                    new Template("{{ contact.firstName }}", "First name", "contact"),
                    new Template("{{ order.items[0].name }}", "First item's name", "order")));

    private SomeFacts() {}
}
