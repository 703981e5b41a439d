package io.usher.engine.workflow.internal.drawing;

import io.usher.engine.rule.Rules;
import io.usher.engine.workflow.Graph.Flow;
import io.usher.engine.workflow.internal.Catalogue;
import io.usher.engine.workflow.internal.Json;
import io.usher.engine.workflow.internal.drawing.Sketch.Block;
import io.usher.engine.workflow.spi.BlockDescription.Drawn;
import io.usher.engine.workflow.spi.BlockType;
import io.usher.engine.workflow.spi.DecisionBlock;
import io.usher.engine.workflow.spi.Settings;
import io.usher.engine.workflow.spi.WayOut;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the blocks in a drawing: each element's block, settings and ways, and what of it cannot be understood. */
@Component
public class SketchReader {

    static final String BLOCK = "usher.block";
    static final String SETTINGS = "usher.settings";

    private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,99}");
    private static final Comparator<Flow> ORDER = Comparator.comparing(SketchReader::isElse)
            .thenComparing(flow -> flow.wayOut() == null ? 0 : flow.wayOut().order())
            .thenComparing(Flow::id);

    private final Catalogue catalogue;
    private final WayOutReader waysOut;

    public SketchReader(Catalogue catalogue, Rules rules) {
        this.catalogue = catalogue;
        this.waysOut = new WayOutReader(rules);
    }

    /** The sketch of this drawing as somebody draws it now, with the drawing's own problems first. */
    public Sketch read(Drawing drawing) {
        return read(drawing, (type, written) -> written);
    }

    /** The sketch of a drawing whose settings may be of earlier schemas, made what their blocks read today. */
    public Sketch read(Drawing drawing, BiFunction<BlockType, Settings, Settings> settings) {
        return new Pass(drawing, settings).run();
    }

    /** One reading; collects as it goes. */
    private final class Pass {

        private final Drawing drawing;
        private final BiFunction<BlockType, Settings, Settings> reading;
        private final List<DrawingProblem> problems;
        private final Map<String, Element> elements = new LinkedHashMap<>();
        private final Map<String, BlockType> types = new LinkedHashMap<>();
        private final Map<String, List<Flow>> in = new LinkedHashMap<>();
        private final Map<String, List<Flow>> out = new LinkedHashMap<>();

        Pass(Drawing drawing, BiFunction<BlockType, Settings, Settings> reading) {
            this.drawing = drawing;
            this.reading = reading;
            this.problems = new ArrayList<>(drawing.problems());
        }

        Sketch run() {
            checkIds();
            drawing.elements().forEach(this::element);
            drawing.arrows().forEach(this::arrow);
            var blocks = new LinkedHashMap<String, Block>();
            elements.forEach((id, element) -> blocks.put(id, block(element)));
            return new Sketch(blocks, drawing.picture(), problems);
        }

        private void checkIds() {
            var seen = new HashSet<String>();
            drawing.elements().forEach(each -> checkId(each.id(), nameOf(each), each.line(), seen));
            drawing.arrows().forEach(each -> checkId(each.id(), arrowName(each), each.line(), seen));
        }

        private void checkId(String id, String name, int line, Set<String> seen) {
            if (!ID.matcher(id).matches() || id.contains("__")) {
                problems.add(DrawingProblem.error(
                        "bad-id",
                        id,
                        name,
                        "\"" + name + "\" (line " + line + ") has the id \"" + id
                                + "\"; an id begins with a letter or _,"
                                + " has at most 100 letters, digits, _ and -, and no two _ side by side"));
            } else if (!seen.add(id)) {
                problems.add(DrawingProblem.error(
                        "duplicate-id",
                        id,
                        name,
                        "\"" + name + "\" (line " + line + ") has the id \"" + id
                                + "\", which another element already has"));
            }
        }

        private void element(Element element) {
            elements.putIfAbsent(element.id(), element);
            var key = element.properties().get(BLOCK);
            var name = nameOf(element);
            if (key == null) {
                problem("no-block", element, withoutBlock(element));
                return;
            }
            var type = catalogue.find(key).orElse(null);
            if (type == null) {
                problem(
                        "unknown-block",
                        element,
                        "is the unknown block \"" + key + "\"; replace it with another block");
                return;
            }
            var drawn = type.description().drawn();
            if (!isDrawnAs(element, drawn)) {
                problem(
                        "wrong-element",
                        element,
                        "is the block " + type.description().title() + ", which is drawn as a " + words(drawn)
                                + " without anything else in it");
                return;
            }
            types.putIfAbsent(element.id(), type);
        }

        private void problem(String code, Element element, String message) {
            problems.add(DrawingProblem.error(
                    code, element.id(), nameOf(element), "\"" + nameOf(element) + "\" " + message));
        }

        private void arrow(Arrow arrow) {
            var source = known(arrow.source());
            var target = known(arrow.target());
            if (!source || !target) {
                nowhere(arrow, source);
                return;
            }
            var flow = new Flow(arrow.id(), arrow.source(), arrow.target(), wayOut(arrow));
            out.computeIfAbsent(arrow.source(), id -> new ArrayList<>()).add(flow);
            in.computeIfAbsent(arrow.target(), id -> new ArrayList<>()).add(flow);
        }

        private boolean known(String id) {
            return elements.containsKey(id) || drawing.foreign().contains(id);
        }

        private void nowhere(Arrow arrow, boolean fromKnown) {
            var block = elements.get(fromKnown ? arrow.source() : arrow.target());
            var where = fromKnown ? "leads" : "comes from";
            var message = "The line \"" + arrowName(arrow) + "\" " + where + " nowhere (line " + arrow.line()
                    + " of the file)";
            problems.add(
                    block == null
                            ? DrawingProblem.error("flow-nowhere", message)
                            : DrawingProblem.error(
                                    "flow-nowhere",
                                    block.id(),
                                    nameOf(block),
                                    message + (fromKnown ? "; it begins at \"" : "; it ends at \"") + nameOf(block)
                                            + "\""));
        }

        private @Nullable WayOut wayOut(Arrow arrow) {
            var type = types.get(arrow.source());
            if (!(type instanceof DecisionBlock)) {
                return null;
            }
            var read = waysOut.read(arrow, type.description().ways());
            var element = elements.get(arrow.source());
            for (var trouble : read.troubles()) {
                var way = read.way().name().isEmpty() ? arrow.id() : read.way().name();
                problems.add(DrawingProblem.error(
                                trouble.code(),
                                arrow.source(),
                                nameOf(element),
                                "\"" + nameOf(element) + "\", the branch \"" + way + "\": " + trouble.message())
                        .at("ways." + arrow.id() + (trouble.path().isEmpty() ? "" : "." + trouble.path())));
            }
            return read.way();
        }

        private Block block(Element element) {
            var ways = new ArrayList<>(out.getOrDefault(element.id(), List.of()));
            ways.sort(ORDER);
            return new Block(
                    element.id(),
                    nameOf(element),
                    element.tag(),
                    types.get(element.id()),
                    settings(element),
                    in.getOrDefault(element.id(), List.of()),
                    ways);
        }

        private Settings settings(Element element) {
            var text = element.properties().get(SETTINGS);
            if (text == null || text.isBlank()) {
                return read(element, Settings.NONE);
            }
            var json = Json.object(text);
            if (json == null) {
                problem("bad-settings", element, "has settings that are not a JSON object (" + SETTINGS + ")");
                return Settings.NONE;
            }
            return read(element, new Settings(json));
        }

        private Settings read(Element element, Settings written) {
            var type = types.get(element.id());
            return type == null ? written : reading.apply(type, written);
        }

        private String nameOf(@Nullable Element element) {
            if (element == null) {
                return "";
            }
            if (!element.name().isEmpty()) {
                return element.name();
            }
            var key = element.properties().getOrDefault(BLOCK, "");
            return catalogue.find(key).map(type -> type.description().title()).orElse(element.id());
        }
    }

    private static String arrowName(Arrow arrow) {
        return arrow.name().isEmpty() ? arrow.id() : arrow.name();
    }

    private static boolean isElse(Flow flow) {
        return flow.wayOut() != null && flow.wayOut().kind() == WayOut.Kind.ELSE;
    }

    private static boolean isDrawnAs(Element element, Drawn drawn) {
        var contents = element.contents();
        return switch (drawn) {
            case START_EVENT -> element.tag().equals("startEvent") && contents.isEmpty();
            case END_EVENT -> element.tag().equals("endEvent") && contents.isEmpty();
            case SERVICE_TASK -> element.tag().equals("serviceTask") && contents.isEmpty();
            case EXCLUSIVE_GATEWAY -> element.tag().equals("exclusiveGateway") && contents.isEmpty();
            case TIMER ->
                element.tag().equals("intermediateCatchEvent") && contents.equals(List.of("timerEventDefinition"));
        };
    }

    /** What an element without a block is, and what to do about it. */
    private static String withoutBlock(Element element) {
        boolean start = element.tag().equals("startEvent");
        if (element.contents().isEmpty() && (start || element.tag().equals("endEvent"))) {
            return "is a plain " + (start ? "start" : "end")
                    + " event; open the drawing in the designer, which makes it " + (start ? "the Start" : "an Exit")
                    + ", or give it the property " + BLOCK + " = " + (start ? "start" : "exit");
        }
        var words = "is " + BpmnWords.of(element.tag(), element.contents());
        return start
                ? words + "; a workflow begins with a Start, and its triggers say which events start it"
                : words + " that does not say which block it is (property " + BLOCK + "); replace it with "
                        + (element.tag().equals("exclusiveGateway") ? "a Condition or a Split" : "a block");
    }

    private static String words(Drawn drawn) {
        return switch (drawn) {
            case START_EVENT -> "start event";
            case END_EVENT -> "end event";
            case SERVICE_TASK -> "service task";
            case EXCLUSIVE_GATEWAY -> "exclusive gateway";
            case TIMER -> "timer catch event";
        };
    }
}
