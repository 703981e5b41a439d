package io.usher.engine.block;

import static io.usher.engine.platform.words.English.said;

import io.usher.engine.platform.words.English;
import io.usher.engine.shared.Reason;
import io.usher.engine.workflow.spi.Outcome;

/** What a block said, in English words in place of codes. */
final class InWords {

    private InWords() {}

    static Outcome of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.GoOn goOn -> new Outcome.GoOn(said(English.of(goOn.did())), goOn.remember());
            case Outcome.NotYet notYet -> new Outcome.NotYet(said(English.of(notYet.why())), notYet.after());
            case Outcome.TryAgain again -> new Outcome.TryAgain(said(English.of(again.why())));
            case Outcome.End end -> new Outcome.End(said(English.of(end.did())));
            case Outcome.Failed failed ->
                new Outcome.Failed(Reason.told(failed.why().code(), English.of(failed.why())));
        };
    }
}
