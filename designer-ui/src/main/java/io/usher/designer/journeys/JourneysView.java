package io.usher.designer.journeys;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.usher.designer.account.SignedIn;
import io.usher.designer.contacts.ContactNames;
import io.usher.designer.contacts.Contacts;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.list.EmptyState;
import io.usher.designer.list.Filter;
import io.usher.designer.list.FilterBar;
import io.usher.designer.list.Rows;
import io.usher.designer.list.Slice;
import io.usher.designer.list.Texts;
import io.usher.designer.list.When;
import io.usher.designer.look.Glyph;
import io.usher.designer.workflows.WorkflowNames;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** Who is on the way through which workflow, and where. */
@Route("journeys")
@PermitAll
class JourneysView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    static final String WORKFLOW = "workflow";
    static final String CONTACT = "contact";
    static final String STATE = "state";

    private final JourneyBook book;
    private final SessionToken token;
    private final ContactNames names;
    private final Rows<JourneyRow> rows;
    private final EmptyState empty = new EmptyState(Glyph.JOURNEYS);
    private final FilterBar filters;
    private volatile Filter filter = Filter.none();

    JourneysView(
            EngineCalls calls,
            JourneyBook book,
            Contacts contacts,
            WorkflowNames workflows,
            AuthenticationContext authentication) {
        this.book = book;
        token = authentication
                .getAuthenticatedUser(SignedIn.class)
                .orElseThrow()
                .token();
        names = new ContactNames(contacts, token);
        addClassNames("us-page", "us-list-page");
        filters = new FilterBar(JourneysView::go)
                .choice(WORKFLOW, getTranslation("list.workflow"), calls, () -> workflows.choices(token))
                .text(CONTACT, getTranslation("list.contact"))
                .choice(STATE, getTranslation("list.state"), JourneyState.choices(this));
        rows = new Rows<>(calls, this::after, JourneyRow::id)
                .column(getTranslation("list.workflow"), "name", this::workflow)
                .column(
                        getTranslation("journeys.contact"),
                        "text",
                        row -> Texts.text(names.of(row.contactId(), row.contactLabel())))
                .column(getTranslation("list.state"), "state", row -> JourneyState.draw(this, row.state()))
                .column(getTranslation("journeys.now"), "wide", this::now)
                .column(getTranslation("journeys.started"), "time", row -> new When(row.startedAt()));
        rows.whenEmpty(empty);
        rows.whenDrawn(items -> names.learn(
                calls,
                this,
                ContactNames.unlabelled(items, JourneyRow::contactId, JourneyRow::contactLabel),
                () -> rows.redraw(items)));
        add(filters, rows);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("journeys.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        var asked = Filter.of(entering.getLocation().getQueryParameters(), WORKFLOW, CONTACT, STATE);
        filters.show(asked);
        if (asked.isEmpty()) {
            empty.first(getTranslation("journeys.empty"), getTranslation("journeys.empty.more"));
        } else {
            empty.filtered();
        }
        if (!asked.equals(filter)) {
            filter = asked;
            rows.load();
        }
    }

    private Slice<JourneyRow> after(Optional<String> cursor) {
        return book.page(token, filter, cursor);
    }

    private Component workflow(JourneyRow row) {
        var link = JourneyNavigation.journey(row.workflowName(), row.id());
        link.addClassNames("us-open", "us-cut");
        link.getElement().setAttribute("title", row.workflowName());
        return link;
    }

    /** Where it stands, why it is parked or how it ended. */
    private Component now(JourneyRow row) {
        if (row.failure() != null) {
            return Texts.said(row.failure().text());
        }
        if (row.end() != null) {
            return Texts.said(row.end().text());
        }
        var stands = row.stands();
        if (stands == null) {
            return Texts.soft(getTranslation("journeys.starting"));
        }
        var until = stands.until();
        return until == null
                ? Texts.text(getTranslation("journeys.at", stands.words()))
                : new Span(new Span(getTranslation("journeys.at-until", stands.words()) + " "), new When(until));
    }

    private static void go(Filter asked) {
        UI.getCurrent().navigate(JourneysView.class, asked.parameters());
    }
}
