package io.usher.engine.contact.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.usher.engine.account.Caller;
import io.usher.engine.account.Needs;
import io.usher.engine.account.Right;
import io.usher.engine.contact.Purposes;
import io.usher.engine.contact.internal.ContactExport;
import io.usher.engine.contact.internal.ExportFormat;
import io.usher.engine.contact.internal.ExportOrder;
import io.usher.engine.job.Jobs;
import io.usher.engine.platform.web.FieldChecks;
import io.usher.engine.shared.Keyed;
import io.usher.engine.shared.Texts;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/exports")
@Tag(name = "Contacts")
class ContactExportController {

    private static final int MOST_FIELDS = 100;
    private static final int LONGEST_NAME = 200;

    private final Jobs jobs;
    private final Purposes purposes;

    ContactExportController(Jobs jobs, Purposes purposes) {
        this.jobs = jobs;
        this.purposes = purposes;
    }

    @Schema(name = "ContactExportRequest")
    record Request(
            @Schema(
                    description = "csv when it is left out",
                    allowableValues = {"csv", "ndjson"})
            @Nullable
            String format,

            @Schema(description = "Own fields, a column each; when it is left out all are in one column, as JSON")
            @Nullable
            List<@Nullable String> fields) {}

    record Started(String jobId) {}

    @Needs(Right.CONTACT_EXPORT)
    @PostMapping("/contacts")
    @Operation(
            summary = "All contacts as a file, made by a job: its state and its result are under /jobs",
            description =
                    "202 with the job's id, and its address under Location. CSV is UTF-8 with commas; a text that a "
                            + "spreadsheet would run as a formula has an apostrophe in front. The file can be had for seven days.")
    Mono<ResponseEntity<Started>> start(@AuthenticationPrincipal Caller caller, @RequestBody Request request) {
        var checks = new FieldChecks();
        var format = Texts.blankToNull(request.format());
        var fields = fields(request.fields(), checks);
        checks.orThrow();
        var chosen = format == null ? ExportFormat.CSV : Keyed.read(ExportFormat.class, "format", format);
        return purposes.of(caller.workspace())
                .map(all -> new ExportOrder(chosen, fields, all).params())
                .flatMap(order -> jobs.start(caller, ContactExport.KEY, order))
                .map(job -> ResponseEntity.accepted()
                        .location(URI.create("/api/v1/jobs/" + job.id()))
                        .body(new Started(job.id())));
    }

    private static List<String> fields(@Nullable List<@Nullable String> asked, FieldChecks checks) {
        if (asked == null) {
            return List.of();
        }
        checks.check(asked.size() <= MOST_FIELDS, "fields", "size", "At most " + MOST_FIELDS + " fields");
        var names = new LinkedHashSet<String>();
        for (int i = 0; i < Math.min(asked.size(), MOST_FIELDS); i++) {
            names.add(checks.text("fields[" + i + "]", asked.get(i), LONGEST_NAME));
        }
        return List.copyOf(names);
    }
}
