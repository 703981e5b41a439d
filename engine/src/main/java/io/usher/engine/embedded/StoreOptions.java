package io.usher.engine.embedded;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * How the store runs; each option also as an environment variable ({@code --cache-mb} is {@code USHER_STORE_CACHE_MB}).
 *
 * @param port where to listen; 0 is any free port
 * @param bind the address to listen on
 * @param data the folder of the file
 * @param cacheMb megabytes of the file kept in memory
 * @param sync whether each commit also waits for the disk, so that a power cut loses nothing; without it at most the last
 *     second
 */
public record StoreOptions(int port, String bind, Path data, int cacheMb, boolean sync) {
    /** What is used when nothing is said. */
    public static final StoreOptions DEFAULTS = new StoreOptions(27017, "127.0.0.1", Path.of("data"), 64, false);

    static StoreOptions parse(String[] args, Map<String, String> environment) {
        StoreOptions options = DEFAULTS;
        for (String name : new String[] {"port", "bind", "data", "cache-mb", "sync"}) {
            String value = environment.get(
                    "USHER_STORE_" + name.toUpperCase(Locale.ROOT).replace('-', '_'));
            options = value == null ? options : options.with("--" + name, value);
        }
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--sync")) {
                options = options.with("--sync", "true");
            } else if (i + 1 < args.length) {
                options = options.with(args[i], args[++i]);
            } else {
                throw StartFailure.badOption("the option " + args[i] + " is unknown or lacks its value");
            }
        }
        return options;
    }

    private StoreOptions with(String option, String value) {
        return switch (option) {
            case "--port" -> new StoreOptions(number(option, value, 0, 65_535), bind, data, cacheMb, sync);
            case "--bind" -> new StoreOptions(port, value, data, cacheMb, sync);
            case "--data" -> new StoreOptions(port, bind, path(value), cacheMb, sync);
            case "--cache-mb" -> new StoreOptions(port, bind, data, number(option, value, 1, 65_536), sync);
            case "--sync" -> new StoreOptions(port, bind, data, cacheMb, Boolean.parseBoolean(value));
            default ->
                throw StartFailure.badOption("the option " + option
                        + " is unknown; there are --port, --bind, --data, --cache-mb and --sync");
        };
    }

    private static int number(String option, String value, int least, int most) {
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw StartFailure.badOption(
                option + " takes a number from " + least + " to " + most + ", not '" + value + "'");
    }

    private static Path path(String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw StartFailure.badOption("--data takes a folder, not '" + value + "'");
        }
    }
}
