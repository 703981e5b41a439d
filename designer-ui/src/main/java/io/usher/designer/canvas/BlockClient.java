package io.usher.designer.canvas;

import io.usher.designer.engine.SessionToken;
import java.util.List;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** The kinds of blocks the engine has; calls block. {@link Catalogue} keeps them for a while. */
@HttpExchange("/api/v1/blocks")
interface BlockClient {

    @GetExchange
    List<Block> all(SessionToken token);
}
