package io.usher.engine.journey.internal.visit;

import io.usher.engine.event.Event;
import io.usher.engine.journey.Journey;
import io.usher.engine.rule.EventFacts;
import io.usher.engine.rule.FactScope;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.JourneyMemory;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.Graph.Node;
import io.usher.engine.workflow.spi.Settings;
import io.usher.engine.workflow.spi.Visit;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** A visit that reads what it is asked for when it is asked. */
record LiveVisit(
        RunState position,
        Node node,
        Instant enteredAt,
        Instant now,
        Surroundings surroundings,
        BooleanSupplier sending)
        implements Visit {

    @Override
    public WorkspaceId workspace() {
        return owner().workspace();
    }

    @Override
    public JourneyId journey() {
        return owner().id();
    }

    @Override
    public WorkflowId workflow() {
        return owner().workflow();
    }

    @Override
    public String workflowName() {
        return owner().workflowName();
    }

    @Override
    public int version() {
        return owner().version();
    }

    @Override
    public String block() {
        return node.id();
    }

    @Override
    public int pass() {
        return position.pass(node.id());
    }

    @Override
    public ContactId contact() {
        return owner().contact();
    }

    @Override
    public Event start() {
        return surroundings.start(owner());
    }

    @Override
    public Settings settings() {
        return node.settings();
    }

    @Override
    public ZoneId zone() {
        return surroundings.zone(owner());
    }

    @Override
    public Locale language() {
        return surroundings.language(owner());
    }

    @Override
    public JourneyMemory memory() {
        return position.memory();
    }

    @Override
    public FactScope facts() {
        var start = new EventFacts(owner().start().key(), owner().start().params());
        return new FactScope(workspace(), contact(), position.memory(), journey(), start, start);
    }

    @Override
    public boolean markSent() {
        return sending.getAsBoolean();
    }

    private Journey owner() {
        return position.journey();
    }
}
