package io.usher.designer.channels;

import io.usher.designer.engine.EngineException.Refused;
import io.usher.designer.engine.SessionToken;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** How messages leave the house; calls block. */
@HttpExchange("/api/v1/channels")
public interface ChannelClient {

    record Channels(List<Channel> items) {}

    record Channel(
            String channel,
            boolean server,
            boolean catcher,
            @Nullable String sender,
            List<Mail.Hold> transactional,
            List<Mail.Hold> marketing) {

        Mail mail() {
            return new Mail(server, catcher, sender, transactional, marketing);
        }
    }

    @GetExchange
    Channels all(SessionToken token);

    /** Empty when the engine is one that does not say. */
    default Optional<Mail> mail(SessionToken token) {
        try {
            return all(token).items().stream()
                    .filter(channel -> channel.channel().equals("email"))
                    .findFirst()
                    .map(Channel::mail);
        } catch (Refused e) {
            return Optional.empty();
        }
    }
}
