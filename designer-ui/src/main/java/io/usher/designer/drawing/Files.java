package io.usher.designer.drawing;

import com.vaadin.flow.component.UI;
import io.usher.designer.canvas.BpmnDesigner;

/** Drawings as files, written for Camunda Modeler. */
final class Files {

    private static final String DOWNLOAD = """
            const link = document.createElement('a');
            link.href = URL.createObjectURL(new Blob([$0], {type: 'application/xml'}));
            link.download = $1;
            link.click();
            setTimeout(() => URL.revokeObjectURL(link.href), 10000);
            """;

    private Files() {}

    static void download(BpmnDesigner canvas, String name, UI ui) {
        canvas.flush(bpmn -> ui.getPage().executeJs(DOWNLOAD, bpmn, fileName(name)));
    }

    static String fileName(String name) {
        var safe = name.replaceAll("[^\\p{L}\\p{N} ._-]", " ").strip().replaceAll("\\s+", "-");
        var cut = safe.length() > 80 ? safe.substring(0, 80) : safe;
        return (cut.isEmpty() ? "workflow" : cut) + ".bpmn";
    }
}
