package io.usher.engine.block;

import io.usher.engine.event.Event;
import io.usher.engine.rule.EventFacts;
import io.usher.engine.rule.FactScope;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.JourneyMemory;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.spi.Settings;
import io.usher.engine.workflow.spi.Visit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A journey that stands at a block, some time after it arrived there. */
record FakeVisit(Settings settings, String eventKey, Params params, Duration waited, boolean maySend, Who who)
        implements Visit {

    static final Instant ARRIVED = Instant.parse("2026-05-01T10:00:00Z");

    static FakeVisit of(Map<String, Object> settings) {
        return new FakeVisit(new Settings(settings), "1001", Params.EMPTY, Duration.ZERO, true, Who.C1);
    }

    /** The contact and the zone it lives in. */
    record Who(ContactId contact, ZoneId zone) {

        static final Who C1 = new Who(new ContactId("c1"), ZoneId.of("UTC"));
    }

    FakeVisit at(Instant now) {
        return after(Duration.between(ARRIVED, now));
    }

    FakeVisit by(String contact) {
        return of(new Who(new ContactId(contact), who.zone()));
    }

    FakeVisit in(ZoneId zone) {
        return of(new Who(who.contact(), zone));
    }

    private FakeVisit of(Who someone) {
        return new FakeVisit(settings, eventKey, params, waited, maySend, someone);
    }

    FakeVisit after(Duration time) {
        return new FakeVisit(settings, eventKey, params, time, maySend, who);
    }

    FakeVisit withEvent(String key, Map<String, Object> values) {
        return new FakeVisit(settings, key, new Params(values), waited, maySend, who);
    }

    FakeVisit ended() {
        return new FakeVisit(settings, eventKey, params, waited, false, who);
    }

    @Override
    public WorkspaceId workspace() {
        return new WorkspaceId("w1");
    }

    @Override
    public JourneyId journey() {
        return new JourneyId("j1");
    }

    @Override
    public WorkflowId workflow() {
        return new WorkflowId("f1");
    }

    @Override
    public String workflowName() {
        return "Flow";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String block() {
        return "Block_1";
    }

    @Override
    public int pass() {
        return 1;
    }

    @Override
    public ContactId contact() {
        return who.contact();
    }

    @Override
    public Event start() {
        return new Event(
                new EventId("e1"),
                workspace(),
                new EventTypeKey("orderPaid"),
                eventKey,
                params,
                contact(),
                ARRIVED,
                ARRIVED,
                false,
                "test",
                List.of(),
                1,
                false,
                null,
                null,
                List.of());
    }

    @Override
    public Instant now() {
        return ARRIVED.plus(waited);
    }

    @Override
    public Instant enteredAt() {
        return ARRIVED;
    }

    @Override
    public ZoneId zone() {
        return who.zone();
    }

    @Override
    public Locale language() {
        return Locale.ENGLISH;
    }

    @Override
    public JourneyMemory memory() {
        return JourneyMemory.EMPTY;
    }

    @Override
    public FactScope facts() {
        return new FactScope(workspace(), contact(), memory(), journey(), EventFacts.of(params), null);
    }

    @Override
    public boolean markSent() {
        return maySend;
    }
}
