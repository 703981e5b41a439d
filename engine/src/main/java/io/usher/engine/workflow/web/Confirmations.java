package io.usher.engine.workflow.web;

import io.usher.engine.platform.words.Wording;
import io.usher.engine.workflow.internal.ExpectedStarts;
import io.usher.engine.workflow.internal.Outlook;
import io.usher.engine.workflow.internal.Overviews;
import io.usher.engine.workflow.internal.Workflow;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes what a person confirms by activating, and what is told once it is done. */
@Component
class Confirmations {

    private final ExpectedStarts starts;
    private final Overviews overviews;

    Confirmations(ExpectedStarts starts, Overviews overviews) {
        this.starts = starts;
        this.overviews = overviews;
    }

    Mono<Confirmation> before(Workflow workflow, Wording wording) {
        return overviews
                .of(workflow)
                .zipWith(starts.count(workflow))
                .map(found -> Confirmation.of(wording.of(Outlook.before(found.getT1(), found.getT2())), found.getT2()));
    }

    Mono<Confirmation> after(Workflow workflow, Wording wording) {
        return overviews
                .of(workflow)
                .zipWith(starts.count(workflow))
                .map(found -> Confirmation.of(wording.of(Outlook.after(found.getT1(), found.getT2())), found.getT2()));
    }
}
