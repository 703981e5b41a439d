package io.usher.connectors.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Knows whether the server has agreed to take the content: from then on a broken connection leaves the end unknown. */
final class ObservedTransport extends SMTPTransport {

    private volatile boolean contentBegun;

    ObservedTransport(Session session, URLName url) {
        super(session, url);
    }

    boolean contentBegun() {
        return contentBegun;
    }

    @Override
    protected OutputStream data() throws MessagingException {
        var content = super.data();
        contentBegun = true;
        return content;
    }
}
