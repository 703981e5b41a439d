package io.usher.designer.journeys;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.usher.designer.list.State;
import io.usher.designer.list.State.Tone;
import io.usher.designer.list.TimeText;
import io.usher.designer.messages.MessageNavigation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** The way of a journey in words: each block, when it came and went, what it did or waits for. */
class Trail extends OrderedList {

    private static final Set<String> RESULTS = Set.of(
            "done",
            "skipped",
            "failed",
            "retried",
            "done-after-stop",
            "stopped",
            "working",
            "waiting",
            "held",
            "trying-again");

    private final Consumer<String> chosen;

    /** {@code chosen} hears the block of the line a person clicks. */
    Trail(List<JourneyDetail.Line> lines, Consumer<String> chosen) {
        this.chosen = chosen;
        addClassName("us-trail");
        lines.forEach(line -> add(line(line)));
    }

    /** Marks the lines of this block, and no others. */
    void mark(String block) {
        getChildren().map(Component::getElement).forEach(line -> {
            if (block.equals(line.getAttribute("data-block"))) {
                line.setAttribute("aria-current", "true");
            } else {
                line.removeAttribute("aria-current");
            }
        });
    }

    private ListItem line(JourneyDetail.Line line) {
        var item = new ListItem();
        var message = line.message();
        item.getElement().setAttribute("data-result", message == null ? line.result() : "message");
        item.getElement().setAttribute("data-block", line.block());
        var name = new NativeButton(name(line), click -> chosen.accept(line.block()));
        name.addClassName("us-trail-name");
        name.getElement().setAttribute("title", getTranslation("journeys.show-in-picture"));
        var head = new Div(new H3(name), message == null ? result(line.result()) : state(item, message));
        head.addClassName("us-trail-head");
        item.add(head, new Paragraph(line.text()));
        if (message != null) {
            item.add(written(message));
        }
        if (line.way() != null) {
            item.add(new Paragraph(getTranslation("journeys.way", line.way())));
        }
        item.add(times(line));
        return item;
    }

    private String name(JourneyDetail.Line line) {
        var name = line.name().isBlank() ? line.block() : line.name();
        return line.pass() > 1 ? getTranslation("journeys.pass", name, line.pass()) : name;
    }

    /** The block is done when its message is written; what became of the message is what counts. */
    private State state(ListItem item, JourneyDetail.Written message) {
        var state = MessageNavigation.state(this, message.state());
        item.getElement()
                .setAttribute("data-tone", Objects.toString(state.getElement().getAttribute("data-tone"), ""));
        return state;
    }

    private Paragraph written(JourneyDetail.Written message) {
        var link = MessageNavigation.message(getTranslation("journeys.see-message"), message.id());
        var why = message.state().equals("handed-over") ? "" : message.text() + " ";
        var written = new Paragraph(new Span(why), link);
        written.addClassName("us-trail-message");
        return written;
    }

    private State result(String result) {
        var tone = switch (result) {
            case "done" -> Tone.GOOD;
            case "failed" -> Tone.BAD;
            case "working" -> Tone.CALM;
            case "waiting", "held", "trying-again" -> Tone.WAITING;
            default -> Tone.OFF;
        };
        return new State(RESULTS.contains(result) ? getTranslation("journeys.result." + result) : result, tone);
    }

    private Div times(JourneyDetail.Line line) {
        var times = new Div(new TimeText(line.entered()));
        times.addClassName("us-trail-times");
        var left = line.left();
        if (left != null) {
            times.add(new Span(took(line.entered(), left)));
        }
        var until = line.until();
        if (until != null) {
            times.add(new Span(getTranslation("journeys.until") + " "), new TimeText(until));
        }
        return times;
    }

    private String took(Instant entered, Instant left) {
        var time = Duration.between(entered, left);
        if (time.toDays() > 0) {
            return getTranslation("journeys.took.days", time.toDays(), time.toHoursPart());
        }
        if (time.toHours() > 0) {
            return getTranslation("journeys.took.hours", time.toHours(), time.toMinutesPart());
        }
        return time.toMinutes() > 0
                ? getTranslation("journeys.took.minutes", time.toMinutes(), time.toSecondsPart())
                : getTranslation("journeys.took.seconds", time.toMillis() / 1000.0);
    }
}
