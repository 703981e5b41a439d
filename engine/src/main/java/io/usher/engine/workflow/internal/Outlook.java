package io.usher.engine.workflow.internal;

import io.usher.engine.workflow.Reentry;
import io.usher.engine.workflow.internal.ExpectedStarts.Matching;
import io.usher.engine.workflow.internal.Overviews.Overview;
import io.usher.engine.workflow.internal.Workflow.Inside;
import java.util.ArrayList;
import java.util.Locale;

/** What activating a workflow will do, in plain sentences for the person who is about to do it. */
public final class Outlook {

    private Outlook() {}

    /** Before the activation. */
    public static String before(Overview overview, Matching matching) {
        var workflow = overview.workflow();
        if (workflow.status() == Workflow.Status.ARCHIVED) {
            return "The workflow is archived and cannot be activated.";
        }
        var sentences = new ArrayList<String>();
        sentences.add(links(overview));
        switch (workflow.status()) {
            case ACTIVE -> sentences.add(overview.draftDiffers() ? replaces(overview) : unchanged(workflow));
            case PAUSED ->
                sentences.add(
                        overview.draftDiffers() ? replaces(overview) + " " + resumes(overview) : resumes(overview));
            case DRAFT, ARCHIVED -> {}
        }
        sentences.add(nobody(workflow, matching));
        return String.join(" ", sentences);
    }

    /** Once it is active. */
    public static String after(Overview overview, Matching matching) {
        return links(overview) + " " + nobody(overview.workflow(), matching);
    }

    private static String links(Overview overview) {
        var triggers = overview.workflow().triggers();
        return triggers.start().isEmpty()
                ? "Nothing starts this workflow yet: no start event is chosen."
                : "From now on " + LinkWords.of(triggers, overview::name) + ".";
    }

    private static String unchanged(Workflow workflow) {
        return "Version " + workflow.version() + " is active already and its drawing has not changed.";
    }

    private static String replaces(Overview overview) {
        var replaced = "This replaces version " + overview.workflow().version() + " for events from now on";
        return overview.inside() == 0
                ? replaced + "."
                : replaced + "; " + people(overview.inside(), "goes on", "go on") + " in the version they started.";
    }

    private static String resumes(Overview overview) {
        var held = overview.workflow().inside() == Inside.HOLD && overview.inside() > 0
                ? " and " + people(overview.inside(), "is", "are") + " no longer held"
                : "";
        return "The pause ends" + held + "; events that came during it start nobody.";
    }

    private static String people(long count, String one, String many) {
        return count == 1 ? "1 person inside " + one : number(count) + " people inside " + many;
    }

    private static String nobody(Workflow workflow, Matching matching) {
        var nobody = "Activating itself starts nobody";
        return workflow.triggers().start().isEmpty() ? nobody + "." : nobody + "; " + expected(workflow, matching);
    }

    /** Re-entry is not counted in, so a link that is not "each time" promises less. */
    private static String expected(Workflow workflow, Matching matching) {
        boolean every = workflow.triggers().start().stream()
                .allMatch(link -> link.reentry().equals(Reentry.EACH_TIME));
        var would = every ? "would have started it." : "would have matched its start.";
        if (matching.count() == 0 && !matching.atLeast()) {
            return "no event of the last 7 days " + would;
        }
        var count = (matching.atLeast() ? "at least " : "") + number(matching.count());
        return count + (matching.count() == 1 ? " event" : " events") + " of the last 7 days " + would;
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
