package io.usher.engine.account.internal;

import io.usher.engine.account.AccountProperties;
import io.usher.engine.shared.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the first start is given to make: the admin's password and two keys, each only if it is given. */
record FirstSignIn(
        @Nullable String password,
        @Nullable KeyText sendKey,
        @Nullable KeyText manageKey) {

    private static final Logger LOG = LoggerFactory.getLogger(FirstSignIn.class);

    /** What stands in the settings. */
    static FirstSignIn given(AccountProperties properties) {
        return new FirstSignIn(
                Texts.blankToNull(properties.adminPassword()),
                parsed("USHER_SEND_KEY", properties.sendKey()),
                parsed("USHER_MANAGE_KEY", properties.manageKey()));
    }

    /** This, and what it lacks from the file; reads the file now, so that nothing of it is kept when nothing is needed. */
    FirstSignIn orIn(@Nullable String file) {
        if (file == null || file.isBlank()) {
            return this;
        }
        try {
            var lines = Files.readAllLines(Path.of(file));
            return new FirstSignIn(
                    password != null ? password : value(lines.stream(), "password"),
                    sendKey != null ? sendKey : parsed("send-key in " + file, value(lines.stream(), "send-key")),
                    manageKey != null
                            ? manageKey
                            : parsed("manage-key in " + file, value(lines.stream(), "manage-key")));
        } catch (IOException e) {
            LOG.warn(
                    "The first sign-in cannot be read from {} ({})",
                    file,
                    e.getClass().getSimpleName());
            return this;
        }
    }

    /** Tells nothing that is secret. */
    @Override
    public String toString() {
        return "FirstSignIn";
    }

    private static @Nullable String value(Stream<String> lines, String name) {
        return Texts.blankToNull(lines.filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElse(null));
    }

    private static @Nullable KeyText parsed(String source, @Nullable String text) {
        return Optional.ofNullable(Texts.blankToNull(text))
                .map(given -> KeyText.parse(given)
                        .orElseThrow(() -> new IllegalArgumentException(
                                source + " must look like usher_<12 of a-z0-9>_<43 characters of base64url>")))
                .orElse(null);
    }
}
