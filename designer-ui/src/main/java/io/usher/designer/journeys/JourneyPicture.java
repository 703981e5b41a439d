package io.usher.designer.journeys;

import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import io.usher.designer.canvas.Block;
import io.usher.designer.canvas.BpmnPath;
import io.usher.designer.canvas.BpmnPath.Step;
import io.usher.designer.journeys.JourneyDetail.Line;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The drawing a journey walks through, with its path and the block where it is now. */
class JourneyPicture extends Section {

    /** A version as it was drawn, and the kinds of blocks in it. */
    record Drawn(String bpmn, List<Block> blocks) {}

    private final Consumer<String> chosen;
    private @Nullable JourneyDetail detail;
    private @Nullable BpmnPath path;

    /** {@code chosen} hears which block a person selects. */
    JourneyPicture(Consumer<String> chosen) {
        this.chosen = chosen;
        addClassNames("us-section", "us-journey-picture");
        add(new H3(getTranslation("journeys.picture")));
        setVisible(false);
    }

    void show(Drawn version) {
        if (path == null) {
            path = new BpmnPath(version.blocks());
            path.setWidthFull();
            path.onSelected(chosen);
            path.show(version.bpmn());
            walk();
            add(path);
            setVisible(true);
        }
    }

    /** The journey may have gone on. */
    void show(JourneyDetail now) {
        detail = now;
        walk();
    }

    void select(String block) {
        if (path != null) {
            path.select(block);
        }
    }

    private void walk() {
        if (path != null && detail != null) {
            path.walk(steps(detail.trail()), standsAt(detail.journey()));
        }
    }

    private static @Nullable String standsAt(JourneyRow journey) {
        var failure = journey.failure();
        var stands = journey.stands();
        return failure != null ? failure.block() : stands == null ? null : stands.block();
    }

    private static List<Step> steps(List<Line> trail) {
        return trail.stream().map(line -> new Step(line.block(), state(line))).toList();
    }

    private static String state(Line line) {
        if (line.result().equals("failed") || line.result().equals("stopped")) {
            return line.result();
        }
        if (line.left() == null) {
            return "now";
        }
        var message = line.message();
        return message == null || message.state().equals("handed-over") ? "done" : "held";
    }
}
