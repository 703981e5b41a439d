package io.usher.designer.channels;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import io.usher.designer.channels.Mail.Hold;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.SessionToken;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says that mail does not go out and why, with the way to where it says how that is mended; not there when it does. */
public class MailNote extends Div {

    private static final String NO_SERVER = "no-mail-server";
    private static final String NO_SENDER = "no-sender-address";

    private final Span words = new Span();

    public MailNote() {
        addClassName("us-mail-note");
        getElement().setAttribute("role", "note");
        var mend = new RouterLink();
        mend.setText(getTranslation("channels.mend"));
        mend.getElement().setAttribute("href", "status");
        add(words, mend);
        setVisible(false);
    }

    /** Of all mail, above a list of what was sent or is going to be. */
    public static MailNote ofAll(EngineCalls calls, ChannelClient channels, SessionToken token) {
        var note = new MailNote();
        note.addAttachListener(attached -> calls.run(
                note,
                () -> channels.mail(token),
                mail -> mail.ifPresent(now -> note.show(
                        now.transactional().isEmpty()
                                ? now.holds(Set.of(Mail.MARKETING))
                                : now.holds(Set.of(Mail.TRANSACTIONAL)))),
                failure -> {
                    // the frame of the page says that the engine is away
                }));
        return note;
    }

    public void show(List<Hold> holds) {
        words.setText(words(this, holds));
        setVisible(!holds.isEmpty());
    }

    /** In plain sentences; a reason that this designer does not know yet in the engine's. */
    public static String words(Component speaker, List<Hold> holds) {
        var none = holds.stream().anyMatch(hold -> hold.code().equals(NO_SERVER));
        return holds.stream()
                // without a server nobody needs to know that there is no sender either
                .filter(hold -> !none || !hold.code().equals(NO_SENDER))
                .map(hold -> switch (hold.code()) {
                    case NO_SERVER -> speaker.getTranslation("channels.no-mail-server");
                    case NO_SENDER -> speaker.getTranslation("channels.no-sender-address");
                    case "no-unsubscribe-page" -> speaker.getTranslation("channels.no-unsubscribe-page");
                    default -> hold.text() + ".";
                })
                .collect(Collectors.joining(" "));
    }
}
