package io.usher.engine.workflow.internal.drawing;

import java.util.HashSet;
import java.util.Set;

/** Reads the first diagram, which is the one that canvases show; a shape without a size or a line without an end shows nothing. */
final class PictureReader {

    private static final String BPMN_DI = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String DC = "http://www.omg.org/spec/DD/20100524/DC";
    private static final String DI = "http://www.omg.org/spec/DD/20100524/DI";

    private final XmlCursor xml;
    private final Set<String> shown = new HashSet<>();
    private boolean seen;
    private int points;

    PictureReader(XmlCursor xml) {
        this.xml = xml;
    }

    /** Consumes the element the cursor is at when it is a diagram. */
    boolean diagram() {
        if (!xml.in(BPMN_DI) || !xml.tag().equals("BPMNDiagram")) {
            return false;
        }
        if (seen) {
            xml.skip();
        } else {
            seen = true;
            xml.children(() -> {
                if (xml.in(BPMN_DI) && xml.tag().equals("BPMNPlane")) {
                    xml.children(this::part);
                } else {
                    xml.skip();
                }
            });
        }
        return true;
    }

    Picture picture() {
        return new Picture(shown);
    }

    private void part() {
        boolean shape = xml.in(BPMN_DI) && xml.tag().equals("BPMNShape");
        boolean edge = xml.in(BPMN_DI) && xml.tag().equals("BPMNEdge");
        if (!shape && !edge) {
            xml.skip();
            return;
        }
        var id = xml.attribute("bpmnElement");
        points = 0;
        xml.children(() -> {
            if (shape ? hasSize() : isPoint()) {
                points++;
            }
            xml.skip();
        });
        if (points >= (shape ? 1 : 2)) {
            shown.add(id);
        }
    }

    private boolean isPoint() {
        return xml.in(DI) && xml.tag().equals("waypoint");
    }

    private boolean hasSize() {
        return xml.in(DC) && xml.tag().equals("Bounds") && positive("width") && positive("height");
    }

    private boolean positive(String attribute) {
        try {
            return Double.parseDouble(xml.attribute(attribute)) > 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
