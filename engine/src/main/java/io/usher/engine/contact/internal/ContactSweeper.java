package io.usher.engine.contact.internal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.usher.engine.contact.internal.ConsentService.Said;
import io.usher.engine.contact.internal.ContactStore.Stored;
import io.usher.engine.contact.internal.ContactUpkeep.Owned;
import io.usher.engine.contact.internal.ContactUpkeep.Walk;
import io.usher.engine.contact.internal.IdentifierCheck.Mend;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.async.Loops;
import io.usher.engine.platform.lease.Leases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Walks over all identifiers and all contacts at first and then once a day, page by page, and goes on where an engine before
 * it ended: compares them, renews former spellings, and moves consents of before there were ledgers. What it mends in a
 * healthy system is a bug report, so it says so and counts.
 */
@Component
class ContactSweeper {

    private static final Logger LOG = LoggerFactory.getLogger(ContactSweeper.class);
    private static final String LEASE = "sweeper-contacts";
    private static final Duration POLL = Duration.ofMinutes(1);
    private static final Duration REST = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int PAGE = 500;

    private final ContactUpkeep upkeep;
    private final FormRenewal renewal;
    private final IdentifierCheck check;
    private final ConsentService consents;
    private final Clock clock;
    private final Counter repaired;

    ContactSweeper(
            ContactUpkeep upkeep,
            FormRenewal renewal,
            IdentifierCheck check,
            ConsentService consents,
            Clock clock,
            MeterRegistry meters) {
        this.upkeep = upkeep;
        this.renewal = renewal;
        this.check = check;
        this.consents = consents;
        this.clock = clock;
        this.repaired = Counter.builder("usher.sweeper.repaired")
                .tag("sweeper", "contacts")
                .register(meters);
    }

    /** Its loop, which only the holder of the lease runs. */
    @Component
    static final class Schedule {

        Schedule(ContactSweeper sweeper, Leases leases, Loops loops) {
            loops.add(LEASE, POLL, () -> Async.value(leases.hold(LEASE)) && sweeper.page());
        }
    }

    /** One page of a walk whose day has come; true when there may be more. */
    boolean page() {
        var before = clock.instant().minus(PATIENCE);
        return step("identifiers", after -> identifiers(after, before)) || step("contacts", this::contacts);
    }

    private interface Page {

        /** Looks at the page after this id; the last id of a full page, else empty. */
        String look(String after);
    }

    private boolean step(String name, Page page) {
        var walk = Async.value(upkeep.walk(name));
        var finished = walk.finishedAt();
        boolean resting =
                walk.after().isEmpty() && finished != null && clock.instant().isBefore(finished.plus(REST));
        if (resting) {
            return false;
        }
        var last = page.look(walk.after());
        Async.await(upkeep.keep(name, new Walk(last, last.isEmpty() ? clock.instant() : finished)));
        return true;
    }

    private String identifiers(String after, Instant before) {
        List<Owned> page = Async.value(upkeep.identifiers(after, PAGE));
        note(check.unseen(renewal.renew(page), before));
        return page.size() < PAGE ? "" : page.getLast().key().id();
    }

    private String contacts(String after) {
        List<Stored> page = Async.value(upkeep.contacts(after, PAGE));
        note(check.surplus(page));
        Async.await(consents.record(page.stream().map(ContactSweeper::left).toList()));
        return page.size() < PAGE ? "" : page.getLast().contact().id().value();
    }

    /** Consents that an engine of before there were ledgers left in the contact. */
    private static Said left(Stored stored) {
        var contact = stored.contact();
        return new Said(contact.workspace(), contact.id(), contact.consents(), List.of());
    }

    private void note(List<Mend> mends) {
        for (Mend mend : mends) {
            repaired.increment();
            LOG.warn(
                    "Contact {} did not show what the identifiers say and was mended: {}", mend.contact(), mend.what());
        }
    }
}
