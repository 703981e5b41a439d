package io.usher.engine.platform.mongo;

import java.util.List;
import java.util.stream.Stream;

/**
 * A collection: how it stands on shards and what indexes it has.
 *
 * @param indexVersion raised by each change of {@code indexes}: an engine drops no index where a later one has been
 * @param formerly indexes of before they had names of Usher's; they go, under the name that the driver made
 * @param isAudited whether its documents hold entries of the audit until {@link AuditTrail} has moved them
 */
public record CollectionSpec(
        String name,
        ShardKey shardKey,
        int indexVersion,
        List<IndexSpec> indexes,
        List<IndexSpec> formerly,
        boolean isAudited) {

    /** One that grows with contacts, events or time: it is spread by the hash of its ids. */
    public static CollectionSpec hashed(String name) {
        return new CollectionSpec(name, ShardKey.HASHED_ID, 1, List.of(), List.of(), false);
    }

    /** One that stays small, or is asked too often to be asked of several shards: it stands on one. */
    public static CollectionSpec unsharded(String name, String reason) {
        return new CollectionSpec(name, ShardKey.none(reason), 1, List.of(), List.of(), false);
    }

    public CollectionSpec with(IndexSpec index) {
        return new CollectionSpec(name, shardKey, indexVersion, and(indexes, index), formerly, isAudited);
    }

    public CollectionSpec version(int indexVersion) {
        return new CollectionSpec(name, shardKey, indexVersion, indexes, formerly, isAudited);
    }

    public CollectionSpec formerly(IndexSpec index) {
        return new CollectionSpec(name, shardKey, indexVersion, indexes, and(formerly, index), isAudited);
    }

    /** What people change here is written to the audit, see {@link AuditTrail}; with the index that needs. */
    public CollectionSpec audited() {
        var moved = IndexSpec.on(AuditTrail.MARK).asSparse();
        return new CollectionSpec(name, shardKey, indexVersion + 1, and(indexes, moved), formerly, true);
    }

    /** On shards only the id can be unique: no server knows what the others have. */
    public List<IndexSpec> impossible() {
        return shardKey.sharded() ? indexes.stream().filter(IndexSpec::unique).toList() : List.of();
    }

    private static List<IndexSpec> and(List<IndexSpec> known, IndexSpec index) {
        return Stream.concat(known.stream(), Stream.of(index)).toList();
    }
}
