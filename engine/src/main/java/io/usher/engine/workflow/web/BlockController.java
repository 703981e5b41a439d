package io.usher.engine.workflow.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.usher.engine.account.Needs;
import io.usher.engine.account.Right;
import io.usher.engine.platform.words.Wording;
import io.usher.engine.workflow.internal.Catalogue;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/blocks")
@Tag(name = "Blocks")
class BlockController {

    private final Catalogue catalogue;

    BlockController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Needs(Right.BLOCK_READ)
    @GetMapping
    @Operation(summary = "The catalogue of blocks in the order of the palette")
    Mono<List<BlockAnswer>> list(Wording wording) {
        return Mono.just(catalogue.blocks().stream()
                .map(block -> BlockAnswer.of(block, wording))
                .toList());
    }
}
