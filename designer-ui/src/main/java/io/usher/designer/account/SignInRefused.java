package io.usher.designer.account;

import java.io.Serial;
import org.springframework.security.core.AuthenticationException;

/** Nobody was signed in; the notice says to the sign-in page why. */
class SignInRefused extends AuthenticationException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient SignInNotice notice;

    SignInRefused(SignInNotice notice) {
        super("not signed in: " + notice.getClass().getSimpleName());
        this.notice = notice;
    }

    SignInNotice notice() {
        return notice;
    }
}
