package io.usher.designer.messages;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.usher.designer.account.SignedIn;
import io.usher.designer.channels.ChannelClient;
import io.usher.designer.channels.MailNote;
import io.usher.designer.contacts.ContactNavigation;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.list.EmptyState;
import io.usher.designer.list.FilterBar;
import io.usher.designer.list.Rows;
import io.usher.designer.list.Texts;
import io.usher.designer.list.TimeText;
import io.usher.designer.look.Icon;
import io.usher.designer.pages.FilteredPage;
import io.usher.designer.workflows.WorkflowClient;
import io.usher.designer.workflows.WorkflowNavigation;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** What was sent to whom, newest first. */
@Route("messages")
@PermitAll
class MessagesView extends FilteredPage {

    static final String STATE = "state";
    static final String WORKFLOW = "workflow";
    static final String CONTACT = "contact";

    private final Rows<Message> rows;
    private final EmptyState empty = new EmptyState(Icon.MESSAGES);
    private final FilterBar filters;

    MessagesView(
            EngineCalls calls,
            MessageClient messages,
            ChannelClient channels,
            WorkflowClient workflows,
            AuthenticationContext authentication) {
        super("messages.title", STATE, WORKFLOW, CONTACT);
        SessionToken token = authentication
                .getAuthenticatedUser(SignedIn.class)
                .orElseThrow()
                .token();
        addClassName("us-messages");
        filters = new FilterBar(this::go, this::goOn)
                .choice(STATE, getTranslation("list.state"), MessageState.choices(this))
                .choice(WORKFLOW, getTranslation("list.workflow"), calls, () -> workflows.choices(token))
                .text(CONTACT, getTranslation("list.contact"), getTranslation("list.contact.how"));
        rows = new Rows<Message>(calls, cursor -> messages.page(token, filter(), cursor), Message::id)
                .column(getTranslation("list.state"), "state", message -> MessageState.draw(this, message.state()))
                .column(getTranslation("messages.to"), "text", MessagesView::to)
                .column(getTranslation("messages.subject"), "wide", this::subject)
                .column(
                        getTranslation("list.workflow"),
                        "text",
                        message -> Texts.to(WorkflowNavigation.toDrawing(message.workflowName(), message.workflowId())))
                .column(getTranslation("messages.when"), "time", message -> new TimeText(message.createdAt()));
        rows.byDay(message -> Optional.of(message.createdAt()));
        narrows(filters, rows, empty, "messages.empty", "messages.empty.more");
        add(MailNote.ofAll(calls, channels, token), filters, rows);
    }

    private static Component to(Message message) {
        return Texts.to(ContactNavigation.contact(message.whom(), message.contactId()));
    }

    /** The subject, and below it why the message is not on its way. */
    private Component subject(Message message) {
        var subject = message.subject().isBlank() ? getTranslation("messages.no-subject") : message.subject();
        var link = MessageNavigation.message(subject, message.id());
        link.addClassNames("us-open", "us-cut");
        link.getElement().setAttribute("title", subject);
        return MessageState.HANDED_OVER.is(message.state())
                ? link
                : Texts.below(link, Texts.soft(message.reason().text()));
    }
}
