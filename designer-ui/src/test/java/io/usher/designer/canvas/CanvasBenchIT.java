package io.usher.designer.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.usher.designer.BuiltDesigner;
import io.usher.designer.Chromium;
import io.usher.designer.FakeEngine;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Measures the canvas beside plain bpmn-js with the same drawings in one Chromium and prints a table; it judges nothing.
 * By hand, on a machine that does nothing else:
 * {@code mvn -pl designer-ui verify -Dit.test=CanvasBenchIT -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false
 * -Dusher.bench=true}.
 */
@EnabledIfSystemProperty(named = "usher.bench", matches = "true", disabledReason = "a measurement, run by hand")
class CanvasBenchIT {

    private static final int ROUNDS = 7;
    private static final int MOVES = 180;

    /** From the place a card is held at to the gap right of it: plain bpmn-js lets no card go over another. */
    private static final int BESIDE = 190;

    /** The time between frames while a card was dragged, and from letting it go to the second frame after, the middle one. */
    private record Dragged(double[] frames, double drop) {}

    @Test
    void shouldPrintHowLongLoadingDraggingAndSavingTake() throws Exception {
        try (var engine = new FakeEngine();
                var chromium = new Chromium();
                var designer = new BuiltDesigner(engine.url(), "--usher.designer.canvas-bench=true")) {
            var page = chromium.browser().newPage(new Browser.NewPageOptions().setViewportSize(1440, 900));
            System.out.printf(
                    "%-14s %6s %9s %9s %12s %12s %9s%n",
                    "canvas", "blocks", "load ms", "save ms", "frame med ms", "frame p95 ms", "drop ms");
            for (var tag : List.of("bpmn-designer", "plain-canvas")) {
                page.navigate(designer.url() + "/canvas-bench");
                new CanvasPage(page).offer();
                place(page, tag);
                for (var blocks : List.of(20, 200)) {
                    System.out.println(measure(page, tag, blocks));
                }
            }
        }
    }

    /** The plain canvas takes the place of ours, so that both are as large and alone. */
    private static void place(Page page, String tag) {
        page.evaluate("""
                tag => {
                  document.querySelector('bpmn-path').remove();
                  const ours = document.querySelector('bpmn-designer');
                  if (tag === 'bpmn-designer') return;
                  const plain = document.createElement(tag);
                  plain.style = 'display: block; width: 100%; height: 100%';
                  ours.replaceWith(plain);
                }""", tag);
    }

    private static String measure(Page page, String tag, int blocks) {
        var bpmn = new Drawn(blocks).bpmn();
        var load = rounds(() ->
                page.evaluate("([tag, xml]) => usherBench.load(document.querySelector(tag), xml)", List.of(tag, bpmn)));
        var save = rounds(() -> page.evaluate("tag => usherBench.save(document.querySelector(tag))", tag));
        var dragged = drag(page, tag, blocks / 2);
        return "%-14s %6d %9.0f %9.0f %12.1f %12.1f %9.0f"
                .formatted(
                        tag,
                        blocks,
                        middle(load),
                        middle(save),
                        middle(dragged.frames()),
                        at(dragged.frames(), 0.95),
                        dragged.drop());
    }

    /** Drags a card in the middle of the drawing about for some seconds, in its own size, then lets it go several times. */
    @SuppressWarnings("unchecked")
    private static Dragged drag(Page page, String tag, int block) {
        var at = (Map<String, Object>) page.evaluate("""
                ([tag, id]) => {
                  const {modeler} = document.querySelector(tag);
                  const card = modeler.get('elementRegistry').get(id);
                  modeler.get('canvas').zoom(1, 'auto');
                  modeler.get('canvas').scrollToElement(card, 300);
                  const box = modeler.get('elementRegistry').getGraphics(card).getBoundingClientRect();
                  return {x: box.x + 60, y: box.y + 30};
                }""", List.of(tag, "B" + block));
        var x = number(at.get("x"));
        var y = number(at.get("y"));
        grab(page, x, y);
        page.evaluate("() => { window.stopFrames = usherBench.frames(); }");
        for (int i = 0; i < MOVES; i++) {
            page.mouse().move(x + 12 + 150 * Math.sin(i / 12.0), y + 8 + i / 2.0);
        }
        var frames = (List<Object>) page.evaluate("() => window.stopFrames()");
        var drops = rounds(() -> {
            page.mouse().move(x + BESIDE, y - 40);
            page.waitForTimeout(200);
            var before = System.nanoTime();
            page.mouse().up();
            page.evaluate("new Promise(go => requestAnimationFrame(() => requestAnimationFrame(go)))");
            var took = (System.nanoTime() - before) / 1e6;
            takeBack(page, tag);
            grab(page, x, y);
            return took;
        });
        page.keyboard().press("Escape");
        page.mouse().up();
        return new Dragged(frames.stream().mapToDouble(CanvasBenchIT::number).toArray(), middle(drops));
    }

    private static void grab(Page page, double x, double y) {
        page.mouse().move(x, y);
        page.mouse().down();
        page.mouse().move(x + 12, y + 8);
    }

    /** A drop that was refused would cost nothing: each must have moved the card. */
    private static void takeBack(Page page, String tag) {
        page.waitForTimeout(800);
        var moved = page.evaluate("""
                tag => {
                  const stack = document.querySelector(tag).modeler.get('commandStack');
                  const moved = stack.canUndo();
                  stack.undo();
                  return moved;
                }""", tag);
        assertThat(moved).isEqualTo(true);
    }

    private static double[] rounds(Supplier<Object> round) {
        return IntStream.range(0, ROUNDS).mapToDouble(i -> number(round.get())).toArray();
    }

    private static double middle(double[] times) {
        return at(times, 0.5);
    }

    private static double at(double[] times, double part) {
        var sorted = DoubleStream.of(times).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * part)];
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }
}
