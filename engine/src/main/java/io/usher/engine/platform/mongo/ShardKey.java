package io.usher.engine.platform.mongo;

/**
 * How a collection is spread over shards: by the hash of its ids, or not at all. Never by workspace or contact: one large
 * workspace would be one shard.
 *
 * @param reason why it stands on one shard; empty when it is spread
 */
public record ShardKey(boolean sharded, String reason) {

    static final ShardKey HASHED_ID = new ShardKey(true, "");

    static ShardKey none(String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A collection that stands on one shard has a reason");
        }
        return new ShardKey(false, reason);
    }

    /** As {@code sh.shardCollection} takes it, or why there is none. */
    @Override
    public String toString() {
        return sharded ? "{_id: \"hashed\"}" : "unsharded: " + reason;
    }
}
