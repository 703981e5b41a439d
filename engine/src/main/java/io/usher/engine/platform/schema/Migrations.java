package io.usher.engine.platform.schema;

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

    /** The one that brings data of this version to the next. */
    Optional<Migration> after(int version) {
        return inOrder.stream().skip(version).findFirst();
    }
}
