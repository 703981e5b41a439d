package io.usher.engine.message.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.usher.engine.account.Caller;
import io.usher.engine.account.Needs;
import io.usher.engine.account.Right;
import io.usher.engine.message.Channels;
import io.usher.engine.platform.words.ReasonAnswer;
import io.usher.engine.platform.words.Wording;
import io.usher.engine.shared.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/channels")
@Tag(name = "Messages")
class ChannelController {

    private final Channels channels;

    ChannelController(Channels channels) {
        this.channels = channels;
    }

    record ChannelsAnswer(List<ChannelAnswer> items) {}

    @Schema(name = "Channel")
    record ChannelAnswer(
            @Schema(allowableValues = {"email", "sms"}) String channel,

            @Schema(description = "Something is set up that takes its messages")
            boolean server,

            @Schema(description = "That only catches them") boolean catcher,

            @Schema(description = "Of messages that name none") @Nullable
            String sender,

            @Schema(description = "Why transactional messages are held; empty: they go out")
            List<ReasonAnswer> transactional,

            @Schema(description = "The same of marketing, to contacts who agreed to it")
            List<ReasonAnswer> marketing) {

        static ChannelAnswer of(Channels.State state, Wording wording) {
            return new ChannelAnswer(
                    state.channel().key(),
                    state.server(),
                    state.catcher(),
                    state.sender(),
                    reasons(state.transactional(), wording),
                    reasons(state.marketing(), wording));
        }

        private static List<ReasonAnswer> reasons(List<Reason> reasons, Wording wording) {
            return reasons.stream().map(each -> ReasonAnswer.of(each, wording)).toList();
        }
    }

    @Needs(Right.CHANNEL_READ)
    @GetMapping
    @Operation(summary = "How messages leave the house, and what holds all of them", description = """
                    Said before there is a message: without a mail server, say, each one is held, and stays so until a person
                    sends it.""")
    Mono<ChannelsAnswer> list(@AuthenticationPrincipal Caller caller, Wording wording) {
        return channels.all(caller.workspace())
                .map(all -> new ChannelsAnswer(all.stream()
                        .map(state -> ChannelAnswer.of(state, wording))
                        .toList()));
    }
}
