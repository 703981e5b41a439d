package io.usher.engine.platform.schema;

import io.usher.engine.platform.start.StartRefused;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All migrations in their order. */
final class Migrations {

    private final List<Migration> inOrder;

    Migrations(List<Migration> all) {
        inOrder =
                all.stream().sorted(Comparator.comparingInt(Migration::version)).toList();
        for (int i = 0; i < inOrder.size(); i++) {
            if (inOrder.get(i).version() != i + 1) {
                throw new IllegalStateException("Migrations are numbered 1, 2, .. without a gap: "
                        + inOrder.stream().map(Migration::version).toList());
            }
        }
    }

    /** The version of data that this engine reads and writes. */
    int newest() {
        return inOrder.size();
    }

    /** The one that brings data of this version to the next; none when it is the newest. Data of a later engine is refused. */
    Optional<Migration> after(int version) {
        if (version > newest()) {
            throw new StartRefused(
                    "The data in this database is of version %d, made by a later Usher; this engine reads up to version %d."
                                    .formatted(version, newest())
                            + " Start the later engine, or put back a backup of before it");
        }
        return inOrder.stream().skip(version).findFirst();
    }
}
