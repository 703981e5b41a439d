package io.usher.connectors.smtp;

import io.usher.connectors.channel.Email;
import io.usher.connectors.channel.Envelope;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Date;
import java.util.regex.Pattern;

/** The mail in MIME: text and HTML as alternatives, UTF-8, a Message-ID that stays the same for every attempt. */
final class MimeMail extends MimeMessage {

    private static final String UTF_8 = "UTF-8";
    private static final Pattern BODY = Pattern.compile("(?i)<body[^>]*>");

    private final String messageId;

    private MimeMail(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    static MimeMessage of(Envelope<Email> mail, InternetAddress to, Session session) throws MessagingException {
        var content = mail.content();
        var from = MailAddress.of(mail.from().address(), mail.from().name());
        var message = new MimeMail(session, messageId(mail.id(), from));
        message.setFrom(from);
        message.setRecipient(RecipientType.TO, to);
        message.setSubject(content.subject(), UTF_8);
        if (content.replyTo() != null) {
            message.setReplyTo(new Address[] {MailAddress.of(content.replyTo(), null)});
        }
        message.setSentDate(Date.from(mail.date()));
        for (var header : mail.headers().entrySet()) {
            message.setHeader(header.getKey(), header.getValue());
        }
        message.setContent(
                new MimeMultipart("alternative", part(content.text(), "plain"), part(previewed(content), "html")));
        message.saveChanges();
        return message;
    }

    /** Lists of mails show the first text that they find. */
    private static String previewed(Email content) {
        if (content.preview() == null) {
            return content.html();
        }
        var hidden =
                "<div style=\"display:none;max-height:0;overflow:hidden\">" + escaped(content.preview()) + "</div>";
        var body = BODY.matcher(content.html());
        return body.find()
                ? content.html().substring(0, body.end())
                        + hidden
                        + content.html().substring(body.end())
                : hidden + content.html();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
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
