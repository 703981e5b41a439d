package io.usher.engine.workflow.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.usher.engine.account.Caller;
import io.usher.engine.account.Needs;
import io.usher.engine.account.Right;
import io.usher.engine.platform.words.Wording;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.workflow.internal.sample.Sample;
import io.usher.engine.workflow.internal.sample.SampleUse;
import io.usher.engine.workflow.internal.sample.Samples;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/samples")
@Tag(name = "Samples")
class SampleController {

    private final Samples samples;
    private final SampleUse use;
    private final WorkflowAnswers answers;
    private final Stamp stamp;

    SampleController(Samples samples, SampleUse use, WorkflowAnswers answers, Stamp stamp) {
        this.samples = samples;
        this.use = use;
        this.answers = answers;
        this.stamp = stamp;
    }

    /** A sample in the list. */
    @Schema(name = "Sample")
    record SampleAnswer(
            String key,
            String name,
            @Schema(description = "What it does") String sentence,

            @Schema(
                    description = "Keys of the blocks between start and exit, each once, in the order of the drawing",
                    example = "[\"get-order\",\"send-message\"]")
            List<String> blocks,

            List<String> tags,

            @Schema(description = "Keys of the event types that start it")
            List<String> startEvents) {

        static SampleAnswer of(Sample sample) {
            return new SampleAnswer(
                    sample.key(),
                    sample.name(),
                    sample.sentence(),
                    sample.blocks(),
                    sample.tags(),
                    sample.triggers().startTypes().stream()
                            .map(EventTypeKey::value)
                            .toList());
        }
    }

    /** All of them: they come with the engine. */
    record SampleList(List<SampleAnswer> items) {}

    @Needs(Right.WORKFLOW_READ)
    @GetMapping
    @Operation(summary = "Workflows to begin from")
    Mono<SampleList> list() {
        return Mono.just(
                new SampleList(samples.all().stream().map(SampleAnswer::of).toList()));
    }

    @Needs(Right.WORKFLOW_READ)
    @GetMapping(value = "/{key}/bpmn", produces = MediaType.APPLICATION_XML_VALUE)
    @Operation(summary = "The drawing of a sample")
    Mono<ResponseEntity<byte[]>> drawn(@PathVariable String key) {
        return Mono.fromCallable(() -> samples.find(key))
                .map(sample -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_XML)
                        .body(sample.drawn()));
    }

    @Needs(Right.WORKFLOW_EDIT)
    @PostMapping("/{key}/use")
    @Operation(
            summary = "Make a workflow of a sample: its draft and triggers; nothing is activated",
            description = "Event types and segments that it names are made where they are missing.")
    Mono<ResponseEntity<WorkflowAnswer>> use(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String key,
            @RequestBody(required = false) @Nullable NameForm form,
            Wording wording) {
        return Mono.fromCallable(() -> samples.find(key))
                .flatMap(sample -> use.use(caller.workspace(), sample, NameForm.chosen(form), stamp.by(caller)))
                .flatMap(made -> answers.created(made, wording));
    }
}
