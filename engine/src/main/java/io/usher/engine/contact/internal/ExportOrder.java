package io.usher.engine.contact.internal;

import io.usher.engine.contact.Purpose;
import io.usher.engine.shared.Keyed;
import io.usher.engine.shared.Params;
import java.util.List;
import java.util.Map;

/**
 * What an export was asked for. It stands in the job, so that all pages have the same columns.
 *
 * @param fields own fields that have a column each; empty: all are in one column, as JSON
 * @param purposes whose consents are exported
 */
public record ExportOrder(ExportFormat format, List<String> fields, List<Purpose> purposes) {

    private static final String FORMAT = "format";
    private static final String FIELDS = "fields";
    private static final String PURPOSES = "purposes";

    public ExportOrder {
        fields = List.copyOf(fields);
        purposes = List.copyOf(purposes);
    }

    public Params params() {
        return new Params(Map.of(
                FORMAT,
                format.key(),
                FIELDS,
                fields,
                PURPOSES,
                purposes.stream().map(Purpose::key).toList()));
    }

    static ExportOrder of(Params params) {
        return new ExportOrder(
                Keyed.find(ExportFormat.class, (String) params.value(FORMAT).orElse(null))
                        .orElseThrow(),
                texts(params, FIELDS),
                texts(params, PURPOSES).stream().map(Purpose::new).toList());
    }

    private static List<String> texts(Params params, String name) {
        return params.value(name).filter(List.class::isInstance).map(List.class::cast).stream()
                .flatMap(list -> ((List<?>) list).stream())
                .map(String::valueOf)
                .toList();
    }
}
