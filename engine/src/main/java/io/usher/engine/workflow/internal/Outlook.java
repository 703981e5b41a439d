package io.usher.engine.workflow.internal;

import static io.usher.engine.shared.Reason.nested;
import static io.usher.engine.shared.Reason.whole;
import static io.usher.engine.shared.Reason.yesNo;

import io.usher.engine.shared.Reason;
import io.usher.engine.shared.Sentence;
import io.usher.engine.workflow.Reentry;
import io.usher.engine.workflow.internal.ExpectedStarts.Matching;
import io.usher.engine.workflow.internal.Overviews.Overview;
import io.usher.engine.workflow.internal.Workflow.Inside;
import java.util.ArrayList;

/** What activating a workflow will do, for the person who is about to do it. */
public final class Outlook {

    private static final Sentence ARCHIVED = Sentence.of("outlook", "archived");
    private static final Sentence SENTENCES = Sentence.of("outlook", "sentences", "sentences");
    private static final Sentence NOT_LINKED = Sentence.of("outlook", "not-linked");
    private static final Sentence LINKED = Sentence.of("outlook", "linked", "clauses");
    private static final Sentence UNCHANGED = Sentence.of("outlook", "unchanged", "version");
    private static final Sentence REPLACES = Sentence.of("outlook", "replaces", "version", "inside");
    private static final Sentence RESUMES = Sentence.of("outlook", "resumes", "held");
    private static final Sentence NOBODY = Sentence.of("outlook", "nobody");
    private static final Sentence EXPECTED = Sentence.of("outlook", "expected", "count", "least", "every");

    private Outlook() {}

    /** Before the activation. */
    public static Reason before(Overview overview, Matching matching) {
        var workflow = overview.workflow();
        if (workflow.status() == Workflow.Status.ARCHIVED) {
            return ARCHIVED.with();
        }
        var sentences = new ArrayList<Reason>();
        sentences.add(links(overview));
        switch (workflow.status()) {
            case ACTIVE -> sentences.add(overview.draftDiffers() ? replaces(overview) : unchanged(workflow));
            case PAUSED -> {
                if (overview.draftDiffers()) {
                    sentences.add(replaces(overview));
                }
                sentences.add(resumes(overview));
            }
            case DRAFT, ARCHIVED -> {}
        }
        sentences.add(nobody(workflow, matching));
        return SENTENCES.with(nested(sentences));
    }

    /** Once it is active. */
    public static Reason after(Overview overview, Matching matching) {
        return SENTENCES.with(nested(links(overview), nobody(overview.workflow(), matching)));
    }

    private static Reason links(Overview overview) {
        var triggers = overview.workflow().triggers();
        return triggers.start().isEmpty()
                ? NOT_LINKED.with()
                : LINKED.with(nested(LinkWords.of(triggers, overview::name)));
    }

    private static Reason unchanged(Workflow workflow) {
        return UNCHANGED.with(whole(workflow.version()));
    }

    private static Reason replaces(Overview overview) {
        return REPLACES.with(whole(overview.workflow().version()), whole(overview.inside()));
    }

    private static Reason resumes(Overview overview) {
        return RESUMES.with(whole(overview.workflow().inside() == Inside.HOLD ? overview.inside() : 0));
    }

    /** Re-entry is not counted in, so a link that is not "each time" promises less. */
    private static Reason nobody(Workflow workflow, Matching matching) {
        var starts = workflow.triggers().start();
        boolean every = starts.stream().allMatch(link -> link.reentry().equals(Reentry.EACH_TIME));
        return starts.isEmpty()
                ? NOBODY.with()
                : EXPECTED.with(whole(matching.count()), yesNo(matching.atLeast()), yesNo(every));
    }
}
