package io.usher.designer.contacts;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A contact as the engine answers it, as far as other screens need it. */
public record Contact(
        String id,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String externalCustomerId) {

    /** What a person would call the contact: name and address, else whatever is known. */
    public String label() {
        var name = words(firstName, lastName, " ");
        var address = Stream.of(email, phone, externalCustomerId)
                .flatMap(known -> Optional.ofNullable(known).stream())
                .findFirst()
                .orElse("");
        var label = words(name, address, ", ");
        return label.isEmpty() ? id : label;
    }

    private static String words(@Nullable String one, @Nullable String other, String between) {
        return Stream.of(one, other)
                .flatMap(known -> Optional.ofNullable(known).stream())
                .filter(known -> !known.isBlank())
                .collect(Collectors.joining(between));
    }
}
