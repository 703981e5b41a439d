package io.usher.designer.channels;

import io.usher.designer.engine.ApiPath;
import io.usher.designer.engine.EngineClient;
import io.usher.designer.engine.EngineException.Refused;
import io.usher.designer.engine.SessionToken;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Asks the engine how messages leave the house; calls block. */
@Service
public class Channels {

    private static final String EMAIL = "email";

    private final EngineClient engine;

    Channels(EngineClient engine) {
        this.engine = engine;
    }

    /** Empty when the engine is one that does not say. */
    public Optional<Mail> mail(SessionToken token) {
        record Channel(
                String channel,
                boolean server,
                boolean catcher,
                @Nullable String sender,
                List<Mail.Hold> transactional,
                List<Mail.Hold> marketing) {}
        record Answer(List<Channel> items) {}
        try {
            return engine.get(token, ApiPath.of("/channels"), Answer.class).items().stream()
                    .filter(channel -> channel.channel().equals(EMAIL))
                    .findFirst()
                    .map(channel -> new Mail(
                            channel.server(),
                            channel.catcher(),
                            channel.sender(),
                            channel.transactional(),
                            channel.marketing()));
        } catch (Refused e) {
            return Optional.empty();
        }
    }
}
