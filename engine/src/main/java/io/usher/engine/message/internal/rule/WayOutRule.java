package io.usher.engine.message.internal.rule;

import io.usher.engine.message.Message.State;
import io.usher.engine.message.MessageReasons;
import io.usher.engine.message.SendRules.Place;
import io.usher.engine.message.SendVerdict;
import io.usher.engine.shared.Sentence;
import java.util.function.Predicate;

/**
 * Something that a message needs is missing.
 *
 * @param missing whether it is
 * @param reason what is
 */
record WayOutRule(Predicate<Question> missing, Sentence reason) implements SendRule {

    /** Contacts have no page to unsubscribe on yet, so marketing goes to a catcher only. */
    static final SendRule UNSUBSCRIBE_PAGE = new WayOutRule(
            question -> question.marketing() && !question.route().catcher(), MessageReasons.NO_UNSUBSCRIBE_PAGE);

    /** A person who sends it again has seen that it is empty, and sends it all the same. */
    static final SendRule SUBJECT = new WayOutRule(WayOutRule::withoutSubject, MessageReasons.EMPTY_SUBJECT);

    static final SendRule CONNECTION =
            new WayOutRule(question -> question.route().connection() == null, MessageReasons.NO_CONNECTION);

    static final SendRule SENDER =
            new WayOutRule(question -> question.route().from() == null, MessageReasons.NO_SENDER);

    private static boolean withoutSubject(Question question) {
        var message = question.message();
        var content = message == null ? null : message.content();
        return message != null
                && content != null
                && content.lines().containsKey("subject")
                && message.subject().isBlank()
                && message.history().stream()
                        .noneMatch(past ->
                                past.state() == State.HELD && past.code().equals(MessageReasons.EMPTY_SUBJECT.code()));
    }

    @Override
    public Place place() {
        return Place.WAY_OUT;
    }

    @Override
    public SendVerdict ask(Question question) {
        return missing.test(question) ? new SendVerdict.Hold(reason.with()) : new SendVerdict.Go();
    }
}
