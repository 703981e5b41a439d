package io.usher.engine.platform.web;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.Problem;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts a problem into the refusals that the HTTP server itself writes without a word, before any filter sees the request: a
 * path that is no address, a request that is no HTTP, headers that are too long.
 */
final class EmptyRefusals extends ChannelDuplexHandler {

    private final JsonMapper json;
    /** Whether each request that is not answered yet asks for a head, whose answer has no body. */
    private final Queue<Boolean> heads = new ArrayDeque<>();

    EmptyRefusals(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest request) {
            heads.add(request.method().equals(HttpMethod.HEAD));
        }
        super.channelRead(context, message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        boolean head = message instanceof HttpResponse answer
                && answer.status().codeClass() != HttpStatusClass.INFORMATIONAL
                && Boolean.TRUE.equals(heads.poll());
        if (!head
                && message instanceof FullHttpResponse empty
                && empty.status().code() >= 400
                && !empty.content().isReadable()) {
            super.write(context, filled(empty), promise);
        } else {
            super.write(context, message, promise);
        }
    }

    private FullHttpResponse filled(FullHttpResponse empty) {
        var body = json.writeValueAsBytes(ProblemBody.of(problem(empty.status().code()), Ids.random()));
        var filled = new DefaultFullHttpResponse(
                empty.protocolVersion(),
                empty.status(),
                Unpooled.wrappedBuffer(body),
                empty.headers().copy(),
                empty.trailingHeaders().copy());
        filled.headers()
                .remove(HttpHeaderNames.TRANSFER_ENCODING)
                .set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length);
        empty.release();
        return filled;
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 413 -> BodyLimit.tooLarge().problem();
            case 414 -> refused("address-too-long", "Address too long", status, "The path with its query is too long");
            case 431 -> refused("headers-too-large", "Headers too large", status, "The headers are too long");
            default ->
                refused(
                        status < 500 ? "unreadable" : "unavailable",
                        status < 500 ? "The request cannot be read" : "Not available now",
                        status,
                        status < 500
                                ? "The request line or a header cannot be read; what is no letter, digit or -._~ in a path "
                                        + "is percent-encoded (a % itself as %25)"
                                : "The request was not answered; send it again");
        };
    }

    private static Problem refused(String code, String title, int status, String detail) {
        return new Problem(code, title, status, detail, List.of());
    }
}
