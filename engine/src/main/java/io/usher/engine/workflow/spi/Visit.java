package io.usher.engine.workflow.spi;

import io.usher.engine.event.Event;
import io.usher.engine.rule.FactScope;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.JourneyMemory;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/** A journey at a block: everything a block may know and the one thing it may ask of its journey. */
public interface Visit {

    WorkspaceId workspace();

    JourneyId journey();

    WorkflowId workflow();

    String workflowName();

    int version();

    /** Id of the block in the drawing. */
    String block();

    /** How often the journey has come here, from 1. */
    int pass();

    /** The same for every retry and every new run of this visit, another one for each pass: the effect's key. */
    default String key() {
        return journey() + ":" + block() + ":" + pass();
    }

    ContactId contact();

    /** The event that started the journey. */
    Event start();

    Settings settings();

    Instant now();

    /** When the journey arrived at this block. */
    Instant enteredAt();

    /** The contact's zone, else the workspace's. */
    ZoneId zone();

    /** The workspace's language, for contacts without one. */
    Locale language();

    /** What earlier blocks handed on. */
    JourneyMemory memory();

    /** Facts for conditions and templates as of this visit. */
    FactScope facts();

    /**
     * Marks the journey as one that has sent something; must be true before a message is stored. False: the journey ended or
     * this visit is no longer its current one, and nothing may be sent.
     */
    boolean markSent();
}
