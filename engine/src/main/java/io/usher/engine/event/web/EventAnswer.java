package io.usher.engine.event.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import io.usher.engine.event.Decision;
import io.usher.engine.event.Event;
import io.usher.engine.event.internal.Summary;
import io.usher.engine.platform.words.ReasonAnswer;
import io.usher.engine.platform.words.Wording;
import io.usher.engine.shared.JourneyId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One event whole: its row, params, conflicts, warnings and decisions. */
record EventAnswer(
        @JsonUnwrapped EventRow row,
        Map<String, @Nullable Object> params,
        List<String> conflicts,

        @Schema(description = "What its sender was warned of, such as an address that was not understood")
        List<String> warnings,

        @Nullable String parkedReason,
        List<DecisionAnswer> decisions) {

    record DecisionAnswer(
            String workflowId,
            String workflowName,
            String link,
            String outcome,
            ReasonAnswer reason,
            List<String> journeyIds) {

        static DecisionAnswer of(Decision decision, Wording wording) {
            return new DecisionAnswer(
                    decision.workflowId().value(),
                    decision.workflowName(),
                    decision.link().key(),
                    decision.outcome().key(),
                    ReasonAnswer.of(decision.reason(), wording),
                    decision.journeyIds().stream().map(JourneyId::value).toList());
        }
    }

    static EventAnswer of(EventRow row, Event event, List<String> warnings, Wording wording) {
        return new EventAnswer(
                row,
                event.params().values(),
                event.conflicts(),
                warnings,
                event.parked(),
                Summary.inOrder(event).stream()
                        .map(decision -> DecisionAnswer.of(decision, wording))
                        .toList());
    }
}
