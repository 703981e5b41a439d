package io.usher.engine.journey.internal.commands;

import io.usher.engine.journey.Journey;
import io.usher.engine.journey.Journeys.Query;
import io.usher.engine.journey.TrailEntry;
import io.usher.engine.journey.internal.record.JourneyRecord;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Journeys read for people and other modules; nothing is changed here. */
public interface JourneyLists {

    /** Newest first. */
    Mono<Page<Journey>> list(WorkspaceId workspace, Query query, PageRequest page);

    /** The trail's lines before those that the dossier holds. */
    Mono<List<TrailEntry>> earlier(JourneyRecord record);

    /** Journeys that have not ended, per workflow. */
    Mono<Map<WorkflowId, Long>> inside(WorkspaceId workspace, Collection<WorkflowId> workflows);

    /** Journeys that were started at or after this time, per workflow. */
    Mono<Map<WorkflowId, Long>> started(WorkspaceId workspace, Collection<WorkflowId> workflows, Instant since);

    /** Whether the journey was not stopped and the visit ({@code block:pass}) not skipped. */
    Mono<Boolean> mayHandOver(JourneyId journey, String visit);
}
