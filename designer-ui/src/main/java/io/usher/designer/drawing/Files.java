package io.usher.designer.drawing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import io.usher.designer.canvas.BpmnDesigner;
import java.util.function.Consumer;

/** Drawings as files: written for Camunda Modeler, and read from it. */
final class Files {

    private static final String DOWNLOAD = """
            const link = document.createElement('a');
            link.href = URL.createObjectURL(new Blob([$0], {type: 'application/xml'}));
            link.download = $1;
            link.click();
            setTimeout(() => URL.revokeObjectURL(link.href), 10000);
            """;

    /** Two megabytes are what the engine takes. */
    private static final String CHOOSE = """
            return new Promise(done => {
              const field = document.createElement('input');
              field.type = 'file';
              field.accept = '.bpmn,.xml,application/xml,text/xml';
              field.oncancel = () => done(null);
              field.onchange = () => {
                const file = field.files[0];
                if (!file) done(null);
                else if (file.size > 2 * 1024 * 1024) done('');
                else file.text().then(done, () => done(''));
              };
              field.click();
            });
            """;

    private Files() {}

    static void download(BpmnDesigner canvas, String name, UI ui) {
        canvas.flush(bpmn -> ui.getPage().executeJs(DOWNLOAD, bpmn, fileName(name)));
    }

    /** Lets the person choose a file; a file that cannot be read or is too large counts as an empty one. */
    static void choose(Component page, Consumer<String> chosen) {
        page.getElement().executeJs(CHOOSE).then(String.class, bpmn -> {
            if (bpmn != null) {
                chosen.accept(bpmn);
            }
        });
    }

    static String fileName(String name) {
        var safe = name.replaceAll("[^\\p{L}\\p{N} ._-]", " ").strip().replaceAll("\\s+", "-");
        var cut = safe.length() > 80 ? safe.substring(0, 80) : safe;
        return (cut.isEmpty() ? "workflow" : cut) + ".bpmn";
    }
}
