package io.usher.designer.messages;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.usher.designer.account.SignedIn;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.list.EmptyState;
import io.usher.designer.list.Filter;
import io.usher.designer.list.FilterBar;
import io.usher.designer.list.Rows;
import io.usher.designer.list.Texts;
import io.usher.designer.list.When;
import io.usher.designer.look.Glyph;
import io.usher.designer.workflows.WorkflowNames;
import jakarta.annotation.security.PermitAll;

/** What was sent to whom, newest first. */
@Route("messages")
@PermitAll
class MessagesView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    static final String STATE = "state";
    static final String WORKFLOW = "workflow";
    static final String CONTACT = "contact";

    private final Rows<Message> rows;
    private final EmptyState empty = new EmptyState(Glyph.MESSAGES);
    private final FilterBar filters;
    private volatile Filter filter = Filter.none();

    MessagesView(EngineCalls calls, Outbox outbox, WorkflowNames workflows, AuthenticationContext authentication) {
        SessionToken token = authentication
                .getAuthenticatedUser(SignedIn.class)
                .orElseThrow()
                .token();
        addClassNames("us-page", "us-list-page");
        filters = new FilterBar(MessagesView::go)
                .choice(STATE, getTranslation("list.state"), MessageState.choices(this))
                .choice(WORKFLOW, getTranslation("list.workflow"), calls, () -> workflows.choices(token))
                .text(CONTACT, getTranslation("list.contact"));
        rows = new Rows<Message>(calls, cursor -> outbox.page(token, filter, cursor), Message::id)
                .column(getTranslation("list.state"), "state", message -> MessageState.draw(this, message.state()))
                .column(getTranslation("messages.to"), "text", message -> Texts.text(message.to()))
                .column(getTranslation("messages.subject"), "wide", this::subject)
                .column(getTranslation("list.workflow"), "text", message -> Texts.text(message.workflowName()))
                .column(getTranslation("messages.when"), "time", message -> new When(message.createdAt()));
        rows.whenEmpty(empty);
        add(filters, rows);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("messages.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        var asked = Filter.of(entering.getLocation().getQueryParameters(), STATE, WORKFLOW, CONTACT);
        filters.show(asked);
        if (asked.isEmpty()) {
            empty.first(getTranslation("messages.empty"), getTranslation("messages.empty.more"));
        } else {
            empty.filtered();
        }
        if (!asked.equals(filter)) {
            filter = asked;
            rows.load();
        }
    }

    /** The subject, and below it why the message is not on its way. */
    private Component subject(Message message) {
        var subject = message.subject().isBlank() ? getTranslation("messages.no-subject") : message.subject();
        var link = new RouterLink(subject, MessageView.class, message.id());
        link.addClassNames("us-open", "us-cut");
        link.getElement().setAttribute("title", subject);
        var both = new Span(link);
        both.addClassName("us-two-lines");
        if (!MessageState.HANDED_OVER.is(message.state())) {
            both.add(Texts.soft(message.reason().text()));
        }
        return both;
    }

    private static void go(Filter asked) {
        UI.getCurrent().navigate(MessagesView.class, asked.parameters());
    }
}
