package io.usher.connectors.smtp;

import io.usher.connectors.channel.OutgoingMail;
import io.usher.connectors.channel.PlainText;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Date;

/** The mail in MIME: text and HTML as alternatives, UTF-8, a Message-ID that stays the same for every attempt. */
final class MimeMail extends MimeMessage {

    private static final String UTF_8 = "UTF-8";

    private final String messageId;

    private MimeMail(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    static MimeMessage of(OutgoingMail mail, InternetAddress to, Session session) throws MessagingException {
        var from = MailAddress.of(mail.from().address(), mail.from().name());
        var message = new MimeMail(session, messageId(mail.id(), from));
        message.setFrom(from);
        message.setRecipient(RecipientType.TO, to);
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(Date.from(mail.date()));
        for (var header : mail.headers().entrySet()) {
            message.setHeader(header.getKey(), header.getValue());
        }
        var text = mail.text() == null ? PlainText.of(mail.html()) : mail.text();
        message.setContent(new MimeMultipart("alternative", part(text, "plain"), part(mail.html(), "html")));
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String content, String type) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(content, UTF_8, type);
        return part;
    }

    private static String messageId(String id, InternetAddress from) {
        var domain = from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
        return "<" + id.replaceAll("[^A-Za-z0-9._-]", "-") + "@" + domain + ">";
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
