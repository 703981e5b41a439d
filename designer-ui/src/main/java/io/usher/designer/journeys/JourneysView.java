package io.usher.designer.journeys;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.usher.designer.account.SignedIn;
import io.usher.designer.contacts.ContactClient;
import io.usher.designer.contacts.ContactNames;
import io.usher.designer.contacts.ContactNavigation;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.list.EmptyState;
import io.usher.designer.list.FilterBar;
import io.usher.designer.list.Rows;
import io.usher.designer.list.Slice;
import io.usher.designer.list.Texts;
import io.usher.designer.list.TimeText;
import io.usher.designer.look.Icon;
import io.usher.designer.pages.FilteredPage;
import io.usher.designer.workflows.WorkflowClient;
import io.usher.designer.workflows.WorkflowNavigation;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** Who is on the way through which workflow, and where. */
@Route("journeys")
@PermitAll
class JourneysView extends FilteredPage {

    static final String WORKFLOW = "workflow";
    static final String CONTACT = "contact";
    static final String STATE = "state";

    private final JourneyClient journeys;
    private final SessionToken token;
    private final ContactNames names;
    private final Rows<JourneyRow> rows;
    private final EmptyState empty = new EmptyState(Icon.JOURNEYS);
    private final FilterBar filters;

    JourneysView(
            EngineCalls calls,
            JourneyClient journeys,
            ContactClient contacts,
            WorkflowClient workflows,
            AuthenticationContext authentication) {
        super("journeys.title", WORKFLOW, CONTACT, STATE);
        this.journeys = journeys;
        token = authentication
                .getAuthenticatedUser(SignedIn.class)
                .orElseThrow()
                .token();
        names = new ContactNames(contacts, token);
        addClassName("us-journeys");
        filters = new FilterBar(this::go, this::goOn)
                .choice(WORKFLOW, getTranslation("list.workflow"), calls, () -> workflows.choices(token))
                .text(CONTACT, getTranslation("list.contact"), getTranslation("list.contact.how"))
                .choice(STATE, getTranslation("list.state"), JourneyState.choices(this));
        rows = new Rows<>(calls, this::after, JourneyRow::id)
                .column(
                        getTranslation("journeys.contact"),
                        "text",
                        row -> Texts.to(ContactNavigation.contact(
                                names.of(row.contactId(), row.contactLabel()), row.contactId())))
                .column(
                        getTranslation("list.workflow"),
                        "name",
                        row -> Texts.to(WorkflowNavigation.toDrawing(row.workflowName(), row.workflowId())))
                .column(getTranslation("list.state"), "state", row -> JourneyState.draw(this, row.state()))
                .column(getTranslation("journeys.now"), "wide", this::now)
                .column(getTranslation("journeys.started"), "time", row -> new TimeText(row.startedAt()));
        rows.byDay(row -> Optional.of(row.startedAt()));
        narrows(filters, rows, empty, "journeys.empty", "journeys.empty.more");
        rows.whenDrawn(items -> names.learn(
                calls,
                this,
                ContactNames.unlabelled(items, JourneyRow::contactId, JourneyRow::contactLabel),
                () -> rows.redraw(items)));
        add(filters, rows);
    }

    private Slice<JourneyRow> after(Optional<String> cursor) {
        return journeys.page(token, filter(), cursor);
    }

    /** Where it stands, why it is parked or how it ended; opens the journey. */
    private Component now(JourneyRow row) {
        var link = JourneyNavigation.journey("", row.id());
        link.addClassName("us-open");
        link.add(told(row));
        var who = names.of(row.contactId(), row.contactLabel());
        var which = getTranslation("journeys.open", who, row.workflowName());
        link.getElement().setAttribute("aria-label", link.getElement().getTextRecursively() + " " + which);
        return link;
    }

    private Component told(JourneyRow row) {
        var end = row.end();
        if (row.failure() != null) {
            return Texts.said(row.failure().text());
        }
        if (end != null) {
            return Texts.said(
                    end.block() == null ? end.text() : getTranslation("journeys.stopped-at", end.words(), end.text()));
        }
        var stands = row.stands();
        if (stands == null) {
            return Texts.soft(getTranslation("journeys.starting"));
        }
        var until = stands.until();
        return Texts.said(
                until == null
                        ? getTranslation("journeys.at", stands.words())
                        : getTranslation("journeys.at-until", stands.words(), TimeText.words(UI.getCurrent(), until)));
    }
}
