package io.usher.engine.platform.web;

import io.netty.channel.Channel;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

/** Time limits and bounds of each connection, so that nobody holds the server by sending slowly, or nothing. */
@Component
class ConnectionRules implements NettyServerCustomizer {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionRules.class);
    private static final int MAX_LINE = 16 * 1024;
    private static final int MAX_HEADERS = 32 * 1024;

    private final WebProperties properties;
    private final AtomicInteger open = new AtomicInteger();

    ConnectionRules(WebProperties properties) {
        this.properties = properties;
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.httpRequestDecoder(
                        decoder -> decoder.maxInitialLineLength(MAX_LINE).maxHeaderSize(MAX_HEADERS))
                .idleTimeout(properties.idleTime())
                .readTimeout(properties.readTime())
                .requestTimeout(properties.requestTime())
                .doOnChannelInit((observer, channel, remote) -> opened(channel));
    }

    private void opened(Channel channel) {
        int now = open.incrementAndGet();
        channel.closeFuture().addListener(closed -> open.decrementAndGet());
        if (now > properties.maxConnections()) {
            LOG.warn("More than {} connections are open; a new one is closed", properties.maxConnections());
            channel.close();
            return;
        }
        var deadline = new HeaderDeadline(properties.headerTime());
        var pipeline = channel.pipeline();
        pipeline.addBefore(NettyPipeline.HttpCodec, "usher.begins", deadline.begins());
        pipeline.addAfter(NettyPipeline.HttpCodec, "usher.headers", deadline.headers());
    }
}
