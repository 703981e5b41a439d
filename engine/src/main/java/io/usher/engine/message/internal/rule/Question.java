package io.usher.engine.message.internal.rule;

import io.usher.engine.contact.Channel;
import io.usher.engine.contact.Contact;
import io.usher.engine.message.Message;
import io.usher.engine.message.NewMessage.Kind;
import io.usher.engine.message.internal.connection.Route;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What rules are asked about. The contact and the journey are looked up by the rules that need them, when they are reached.
 *
 * @param to empty where there is no message yet and no address either
 * @param contact null when there is none any more
 * @param message null where there is none yet
 */
public record Question(
        Channel channel,
        Kind kind,
        String to,
        Route route,
        Supplier<@Nullable Contact> contact,
        @Nullable Message message) {

    boolean marketing() {
        return kind == Kind.MARKETING;
    }
}
