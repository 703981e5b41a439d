package io.usher.designer.account;

import com.vaadin.flow.server.WrappedSession;
import io.usher.designer.engine.SessionToken;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;

/** What the sign-in page has to say when it opens; kept in the HTTP session between the attempt and the page. */
sealed interface SignInNotice extends Serializable {

    /** Its name in the HTTP session. */
    String ATTRIBUTE = SignInNotice.class.getName();

    record WrongPassword(String user) implements SignInNotice {}

    record TooManyTries(String user, Duration delay) implements SignInNotice {}

    record EngineAway(String user) implements SignInNotice {}

    record Refused(String user, String why) implements SignInNotice {}

    /** The engine ended the session; after signing in the person is where they were. */
    record SessionEnded() implements SignInNotice {}

    /**
     * The password was right and must be changed now. Changing it asks for the old one, so that is kept here until the
     * page is done with it; nobody is signed in meanwhile.
     */
    record NewPasswordNeeded(String user, SessionToken token, String current) implements SignInNotice {

        @Override
        public String toString() {
            return "NewPasswordNeeded[user=" + user + "]";
        }
    }

    /** The notice of this session; a question that is still open stays, anything else is said once. */
    static Optional<SignInNotice> take(WrappedSession session) {
        var notice = (SignInNotice) session.getAttribute(ATTRIBUTE);
        if (!(notice instanceof NewPasswordNeeded)) {
            session.removeAttribute(ATTRIBUTE);
        }
        return Optional.ofNullable(notice);
    }
}
