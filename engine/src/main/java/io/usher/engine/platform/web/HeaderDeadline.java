package io.usher.engine.platform.web;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose request headers do not arrive whole in time, however busily it sends single bytes. One per
 * connection; used by its event loop only.
 */
final class HeaderDeadline {

    private final Duration time;
    private boolean inRequest;
    private @Nullable Future<?> timer;

    HeaderDeadline(Duration time) {
        this.time = time;
    }

    /** Stands before the HTTP codec and sees bytes. */
    ChannelHandler begins() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                if (!inRequest && timer == null) {
                    timer = context.executor()
                            .schedule((Runnable) context::close, time.toMillis(), TimeUnit.MILLISECONDS);
                }
                context.fireChannelRead(message);
            }

            @Override
            public void channelInactive(ChannelHandlerContext context) {
                stop();
                context.fireChannelInactive();
            }
        };
    }

    /** Stands behind the HTTP codec and sees requests. */
    ChannelHandler headers() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object message) {
                if (message instanceof HttpRequest) {
                    inRequest = true;
                    stop();
                }
                if (message instanceof LastHttpContent) {
                    inRequest = false;
                }
                context.fireChannelRead(message);
            }
        };
    }

    private void stop() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }
}
