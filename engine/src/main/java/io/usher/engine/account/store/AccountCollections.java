package io.usher.engine.account.store;

import io.usher.engine.platform.mongo.CollectionPlan;
import io.usher.engine.platform.mongo.CollectionSpec;
import io.usher.engine.platform.mongo.IndexSpec;
import java.util.List;
import org.springframework.stereotype.Component;

/** Workspaces, people, their sessions, and keys. */
@Component
class AccountCollections implements CollectionPlan {

    static final String WORKSPACES = "workspaces";
    static final String USERS = "users";
    static final String SESSIONS = "sessions";
    static final String DEVICES = "known_devices";
    static final String TRIES = "sign_in_tries";
    static final String API_KEYS = "api_keys";
    static final String SECURITY_LOG = "security_log";
    static final String AUDIT = "audit";

    @Override
    public List<CollectionSpec> collections() {
        return List.of(
                CollectionSpec.unsharded(WORKSPACES, "some thousands at most").audited(),
                CollectionSpec.unsharded(USERS, "some thousands at most; a name is given once")
                        .with(IndexSpec.on("name").asUnique())
                        .audited(),
                CollectionSpec.unsharded(SESSIONS, "as many as people at work; read at every request")
                        .with(IndexSpec.on("user"))
                        .with(IndexSpec.on("usedAt"))
                        .with(IndexSpec.on("createdAt")),
                CollectionSpec.unsharded(DEVICES, "a few for each person; forgotten when unused")
                        .with(IndexSpec.on("users"))
                        .with(IndexSpec.on("usedAt")),
                CollectionSpec.unsharded(TRIES, "forgotten after minutes").with(IndexSpec.on("at")),
                CollectionSpec.unsharded(API_KEYS, "a few for each workspace; read at every request")
                        .with(IndexSpec.on("workspace", "revokedAt", "-createdAt", "-_id"))
                        .audited(),
                CollectionSpec.hashed(SECURITY_LOG)
                        .with(IndexSpec.on("workspace", "-at", "-_id"))
                        .with(IndexSpec.on("at")),
                CollectionSpec.hashed(AUDIT)
                        .with(IndexSpec.on("workspace", "-at", "-_id"))
                        .with(IndexSpec.on("workspace", "thing.kind", "-at", "-_id"))
                        .with(IndexSpec.on("workspace", "thing.kind", "thing.id", "-at", "-_id"))
                        .with(IndexSpec.on("workspace", "actor.id", "-at", "-_id"))
                        .with(IndexSpec.on("workspace", "actor.id", "thing.kind", "-at", "-_id"))
                        .with(IndexSpec.on("workspace", "actor.id", "thing.kind", "thing.id", "-at", "-_id")));
    }
}
