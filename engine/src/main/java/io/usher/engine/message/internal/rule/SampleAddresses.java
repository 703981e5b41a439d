package io.usher.engine.message.internal.rule;

import java.util.Locale;
import java.util.Set;

/** The domains that are reserved for examples: nobody lives there, and mail to them must never leave the house. */
public final class SampleAddresses {

    private static final Set<String> DOMAINS = Set.of("example.com", "example.org", "example.net");
    private static final Set<String> TOP_LEVEL = Set.of("example", "test", "invalid", "localhost");

    private SampleAddresses() {}

    public static boolean includes(String address) {
        var domain = address.substring(address.lastIndexOf('@') + 1)
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\.+$", "");
        return TOP_LEVEL.contains(domain.substring(domain.lastIndexOf('.') + 1))
                || DOMAINS.stream().anyMatch(sample -> domain.equals(sample) || domain.endsWith("." + sample));
    }
}
