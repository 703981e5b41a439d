package io.usher.designer.workflows;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.usher.designer.list.Sign;
import io.usher.designer.list.Texts;
import io.usher.designer.workflows.WorkflowRow.StartLink;
import io.usher.designer.workflows.WorkflowRow.StopLink;
import java.util.List;
import java.util.stream.Collectors;

/** What starts a workflow and how often, and what stops it: one line each, a few of them. */
public class StartsAndStops extends UnorderedList {

    private static final int SHOWN = 3;

    public StartsAndStops(List<StartLink> starts, List<StopLink> stops) {
        addClassName("us-conditions");
        starts.stream()
                .limit(SHOWN)
                .forEach(link -> add(line(Sign.starts(getTranslation("workflows.starts")), says(this, link))));
        more(starts.size());
        stops.stream()
                .limit(SHOWN)
                .forEach(link -> add(line(Sign.stops(getTranslation("workflows.stops")), link.name())));
        more(stops.size());
        if (starts.isEmpty() && stops.isEmpty()) {
            add(new ListItem(Texts.soft(getTranslation("workflows.no-conditions"))));
        }
    }

    private void more(int count) {
        if (count > SHOWN) {
            add(new ListItem(Texts.soft(getTranslation("workflows.more-conditions", count - SHOWN))));
        }
    }

    /** What starts it, in one line. */
    public static String inOneLine(Component on, List<StartLink> starts) {
        return starts.isEmpty()
                ? on.getTranslation("workflows.no-conditions")
                : starts.stream().map(link -> says(on, link)).collect(Collectors.joining("; "));
    }

    /** What starts it on one line and what stops it on another, each cut at the column's edge and whole on hover. */
    static Component inTwoLines(Component on, List<StartLink> starts, List<StopLink> stops) {
        if (starts.isEmpty() && stops.isEmpty()) {
            return Texts.softly(on.getTranslation("workflows.no-conditions"));
        }
        var both = new Span();
        both.addClassName("us-two-conditions");
        if (!starts.isEmpty()) {
            both.add(condition(Sign.starts(on.getTranslation("workflows.starts")), inOneLine(on, starts)));
        }
        if (!stops.isEmpty()) {
            both.add(condition(
                    Sign.stops(on.getTranslation("workflows.stops")),
                    stops.stream().map(StopLink::name).collect(Collectors.joining("; "))));
        }
        return both;
    }

    private static String says(Component on, StartLink link) {
        var often = link.reentry();
        return often == null || often.isBlank()
                ? link.name()
                : on.getTranslation("workflows.starts-how-often", link.name(), often);
    }

    private static ListItem line(Sign sign, String text) {
        return new ListItem(condition(sign, text));
    }

    private static Span condition(Sign sign, String text) {
        var both = new Span(sign, Texts.text(text));
        both.addClassName("us-condition");
        return both;
    }
}
