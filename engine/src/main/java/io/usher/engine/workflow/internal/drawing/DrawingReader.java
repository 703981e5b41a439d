package io.usher.engine.workflow.internal.drawing;

import io.usher.engine.shared.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a drawing's XML. It refuses only what is too large, has a DTD, cannot be decoded or is not well formed; everything else that has no
 * place in a drawing becomes a problem.
 */
public final class DrawingReader {

    public static final int MAX_BYTES = 2 * 1024 * 1024;

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String ZEEBE = "http://camunda.org/schema/zeebe/1.0";
    private static final Set<String> NODES =
            Set.of("startEvent", "endEvent", "serviceTask", "exclusiveGateway", "intermediateCatchEvent");
    private static final Set<String> IGNORED = Set.of(
            "documentation", "extensionElements", "textAnnotation", "association", "group", "incoming", "outgoing");

    private final XmlCursor xml;
    private final PictureReader picture;
    private final List<Element> elements = new ArrayList<>();
    private final List<Arrow> arrows = new ArrayList<>();
    private final Set<String> foreign = new HashSet<>();
    private final List<DrawingProblem> problems = new ArrayList<>();
    private boolean processSeen;

    private DrawingReader(byte[] bytes) {
        this.xml = new XmlCursor(DrawingText.of(bytes));
        this.picture = new PictureReader(xml);
    }

    /**
     * The drawing in these bytes.
     *
     * @throws io.usher.engine.shared.ProblemException 413 or 400, with line and column of what is not well formed
     */
    public static Drawing read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw Problems.problem("too-large", "Too large", 413, "A drawing can have at most 2 MB", List.of());
        }
        return new DrawingReader(bytes).read();
    }

    private Drawing read() {
        xml.root();
        if (xml.in(BPMN) && xml.tag().equals("definitions")) {
            xml.children(this::definition);
        } else {
            problems.add(DrawingProblem.error(
                    "not-bpmn", "The root of a drawing is bpmn:definitions, not \"" + xml.tag() + "\""));
            xml.skip();
        }
        xml.end();
        return new Drawing(elements, arrows, foreign, picture.picture(), problems);
    }

    private void definition() {
        if (xml.in(BPMN) && xml.tag().equals("process")) {
            process();
        } else if (xml.in(BPMN) && xml.tag().equals("collaboration")) {
            problems.add(DrawingProblem.error(
                    "pools",
                    "Workflows have no pools (line " + xml.line() + " of the file); draw it without a pool around it"));
            xml.skip();
        } else if (!picture.diagram()) {
            xml.skip();
        }
    }

    private void process() {
        if (processSeen) {
            problems.add(DrawingProblem.error(
                    "many-processes",
                    "A drawing can have only one process; line " + xml.line() + " of the file begins another"));
            xml.skip();
            return;
        }
        processSeen = true;
        xml.children(this::flowElement);
    }

    private void flowElement() {
        if (!xml.in(BPMN) || IGNORED.contains(xml.tag())) {
            xml.skip();
        } else if (xml.tag().equals("sequenceFlow")) {
            arrow();
        } else if (NODES.contains(xml.tag())) {
            node();
        } else {
            unknown();
        }
    }

    private void node() {
        var id = xml.attribute("id");
        var name = xml.attribute("name").strip();
        var tag = xml.tag();
        int line = xml.line();
        var properties = new HashMap<String, String>();
        var contents = new ArrayList<String>();
        xml.children(() -> content(properties, contents));
        elements.add(new Element(id, name, tag, line, properties, contents));
    }

    private void arrow() {
        var id = xml.attribute("id");
        var name = xml.attribute("name").strip();
        var source = xml.attribute("sourceRef");
        var target = xml.attribute("targetRef");
        int line = xml.line();
        var properties = new HashMap<String, String>();
        xml.children(() -> content(properties, new ArrayList<>()));
        arrows.add(new Arrow(id, name, source, target, line, properties));
    }

    private void content(Map<String, String> properties, List<String> contents) {
        if (xml.in(BPMN) && xml.tag().equals("extensionElements")) {
            xml.children(() -> extension(properties));
            return;
        }
        if (xml.in(BPMN) && !IGNORED.contains(xml.tag())) {
            contents.add(xml.tag());
        }
        xml.skip();
    }

    private void extension(Map<String, String> properties) {
        if (xml.in(ZEEBE) && xml.tag().equals("properties")) {
            xml.children(() -> property(properties));
        } else {
            xml.skip();
        }
    }

    private void property(Map<String, String> properties) {
        var name = xml.attribute("name");
        xml.attribute("value", value -> properties.putIfAbsent(name, value));
        xml.skip();
    }

    private void unknown() {
        var id = xml.attribute("id");
        var name = xml.attribute("name").isBlank() ? id : xml.attribute("name").strip();
        var tag = xml.tag();
        int line = xml.line();
        var contents = new ArrayList<String>();
        xml.children(() -> {
            contents.add(xml.tag());
            xml.skip();
        });
        foreign.add(id);
        problems.add(DrawingProblem.error(
                "unknown-element",
                id,
                name,
                "\"" + name + "\" (line " + line + ") is " + BpmnWords.of(tag, contents)
                        + ", which workflows do not have; "
                        + (tag.equals("laneSet") ? "delete it" : "replace it with a block")));
    }
}
