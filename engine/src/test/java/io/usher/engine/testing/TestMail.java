package io.usher.engine.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;

/** The mail catcher of this run: takes every message and keeps it. Started at first use; tests are told apart by addresses. */
public final class TestMail {

    private static final GreenMail CATCHER = start();

    private TestMail() {}

    private static GreenMail start() {
        var catcher = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        catcher.start();
        return catcher;
    }

    public static String smtpUrl() {
        return "smtp://127.0.0.1:" + CATCHER.getSmtp().getPort();
    }

    /** What arrived for this address, in the order of arrival. */
    public static List<MimeMessage> to(String address) {
        return Arrays.stream(CATCHER.getReceivedMessages())
                .filter(message -> recipients(message).contains(address))
                .toList();
    }

    /** Subjects of what arrived for this address. */
    public static List<String> subjectsTo(String address) {
        return to(address).stream().map(TestMail::subject).toList();
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> recipients(MimeMessage message) {
        try {
            return Arrays.stream(message.getAllRecipients())
                    .map(Object::toString)
                    .toList();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
