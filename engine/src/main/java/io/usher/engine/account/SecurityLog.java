package io.usher.engine.account;

import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Who got in, who was kept out, and who changed what decides about that; entries are added and never changed. */
public interface SecurityLog {

    Mono<Void> add(Entry entry);

    /** Newest first. */
    Mono<Page<Kept>> list(WorkspaceId workspace, PageRequest page);

    /**
     * What is to be kept; nothing of it is secret.
     *
     * @param who user or key
     * @param about name of what it was done to, for example of a key
     * @param address from where
     */
    record Entry(
            WorkspaceId workspace,
            Who who,
            What what,
            @Nullable String about,
            String address,
            Outcome outcome) {

        /** Something that a caller has done. */
        public static Entry done(Caller caller, What what, @Nullable String about, String address) {
            var who = new Who(caller.kind(), caller.id(), caller.name());
            return new Entry(caller.workspace(), who, what, about, address, Outcome.DONE);
        }
    }

    /** Whose name stands in the entry; for a refused sign-in, the account that was tried. */
    record Who(Caller.Kind kind, String id, String name) {}

    /** An entry with its time. */
    record Kept(String id, Instant at, Entry entry) {}

    /** What was done or tried. */
    enum What {
        SIGN_IN,
        SIGN_OUT,
        PASSWORD_CHANGE,
        PASSWORD_CONFIRMATION,
        API_KEY_MADE,
        API_KEY_REVOKED
    }

    /** What came of it; {@code TOO_MANY_TRIES} stands once an hour for all that were refused so. */
    enum Outcome {
        DONE,
        WRONG_PASSWORD,
        TOO_MANY_TRIES
    }
}
