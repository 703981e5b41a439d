package io.usher.engine.message.internal;

import io.usher.engine.contact.Channel;
import io.usher.engine.message.Channels;
import io.usher.engine.message.NewMessage.Kind;
import io.usher.engine.message.internal.connection.Route;
import io.usher.engine.message.internal.connection.Routes;
import io.usher.engine.message.internal.rule.RulesInOrder;
import io.usher.engine.shared.WorkspaceId;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What holds messages by settings alone: the hand-over says it of each message, this before there is one, by the same rules. */
@Component
class ChannelStates implements Channels {

    private final Routes routes;
    private final RulesInOrder rules;

    ChannelStates(Routes routes, RulesInOrder rules) {
        this.routes = routes;
        this.rules = rules;
    }

    @Override
    public Mono<List<State>> all(WorkspaceId workspace) {
        return routes.route(workspace, Channel.EMAIL, null).map(route -> List.of(state(Channel.EMAIL, route)));
    }

    private State state(Channel channel, Route route) {
        return new State(
                channel,
                route.connection() != null,
                route.catcher(),
                Objects.toString(route.from(), null),
                rules.holds(channel, Kind.TRANSACTIONAL, route),
                rules.holds(channel, Kind.MARKETING, route));
    }
}
