package io.usher.engine.platform.web;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.NettyPipeline;
import tools.jackson.databind.json.JsonMapper;

/** Sets {@link EmptyRefusals} beside the HTTP codec of every connection. */
@Configuration(proxyBeanMethods = false)
class EmptyRefusalsConfiguration {

    private static final String NAME = "usher.empty-refusals";

    @Bean
    NettyServerCustomizer emptyRefusals(JsonMapper json) {
        return server -> server.doOnChannelInit((observer, channel, address) -> {
            if (channel.pipeline().get(NettyPipeline.HttpCodec) != null) {
                channel.pipeline().addAfter(NettyPipeline.HttpCodec, NAME, new EmptyRefusals(json));
            }
        });
    }
}
