package io.usher.designer.status;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import io.usher.designer.channels.Mail;
import io.usher.designer.channels.MailNote;
import java.util.Optional;
import java.util.Set;

/** Whether mail goes out, and what to set when it does not. */
class MailFacts extends Div {

    private final PartFacts facts = new PartFacts();
    private final Paragraph why = new Paragraph();
    private final Code mend = new Code();
    private final Paragraph how = new Paragraph();

    MailFacts() {
        addClassName("us-mail-facts");
        mend.getElement().setAttribute("aria-label", getTranslation("status.mail.mend"));
        add(facts, why, mend, how);
        show(Optional.empty());
    }

    void show(Optional<Mail> mail) {
        facts.clear();
        facts.put(
                getTranslation("status.mail.server"),
                mail.map(now -> server(now)).orElseGet(() -> getTranslation("state.unknown")));
        mail.ifPresent(now -> facts.put(
                        getTranslation("status.mail.sender"),
                        now.sender() == null ? getTranslation("status.mail.none") : now.sender())
                .put(
                        getTranslation("messages.kind.transactional"),
                        goesOut(now.transactional().isEmpty()))
                .put(
                        getTranslation("messages.kind.marketing"),
                        goesOut(now.marketing().isEmpty())));
        var holds = mail.map(now -> now.holds(Set.of(Mail.MARKETING)));
        why.setText(holds.map(reasons -> MailNote.words(this, reasons)).orElse(""));
        why.setVisible(!why.getText().isEmpty());
        var lines = mail.map(MailFacts::lines).orElse("");
        mend.setText(lines);
        mend.setVisible(!lines.isEmpty());
        how.setText(lines.isEmpty() ? "" : getTranslation("status.mail.how"));
        if (mail.filter(now -> !now.catcher()).isPresent()) {
            how.setText((how.getText() + " " + getTranslation("status.mail.how.marketing")).strip());
        }
        how.setVisible(!how.getText().isEmpty());
    }

    private String server(Mail mail) {
        return getTranslation(
                !mail.server() ? "status.mail.none" : mail.catcher() ? "status.mail.catcher" : "status.mail.set");
    }

    private String goesOut(boolean out) {
        return getTranslation(out ? "status.mail.goes-out" : "status.mail.held");
    }

    /** What is missing, as it is set before the engine is started. */
    private static String lines(Mail mail) {
        var server = mail.server() ? "" : "USHER_SMTP_URL=smtp://user:password@host:587?starttls=required\n";
        var sender = mail.sender() != null ? "" : "USHER_MAIL_FROM=\"Box office <tickets@your-house.com>\"\n";
        return (server + sender).strip();
    }
}
