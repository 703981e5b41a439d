package io.usher.engine.platform.web;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.Problem;
import io.usher.engine.shared.Problem.FieldError;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** What is no HTTP request, or has too long a line or headers, is answered as a problem; then the connection ends. */
final class BrokenRequest {

    private BrokenRequest() {}

    /** What is wrong with it, before anything looks at its path; null: nothing. */
    static @Nullable Problem problem(HttpRequest request) {
        return request.decoderResult().isFailure()
                ? undecoded(request.decoderResult().cause())
                : encoding(request.uri());
    }

    private static Problem undecoded(Throwable cause) {
        return switch (cause) {
            case TooLongHttpLineException line ->
                new Problem("too-long-path", "Too long", 414, "The path and query are longer than 16 kB", List.of());
            case TooLongHttpHeaderException headers ->
                new Problem("too-large-headers", "Too large", 431, "The headers are larger than 32 kB", List.of());
            default -> new Problem("unreadable", "Not readable", 400, "This is not an HTTP request", List.of());
        };
    }

    private static @Nullable Problem encoding(String uri) {
        try {
            new URI(uri);
            return null;
        } catch (URISyntaxException e) {
            var detail = "The path or query has a character that must be percent-encoded, at position " + e.getIndex();
            return new Problem(
                    "unreadable", "Not readable", 400, detail, List.of(new FieldError("path", "encoding", detail)));
        }
    }

    static void answer(ChannelHandlerContext context, Problem problem) {
        var body = JsonMapper.shared().writeValueAsBytes(ProblemBody.of(problem, Ids.random()));
        var response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(problem.status()), Unpooled.wrappedBuffer(body));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }
}
