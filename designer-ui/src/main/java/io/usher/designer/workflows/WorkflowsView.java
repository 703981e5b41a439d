package io.usher.designer.workflows;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.usher.designer.account.SignedIn;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.journeys.JourneyNavigation;
import io.usher.designer.list.Choice;
import io.usher.designer.list.EmptyState;
import io.usher.designer.list.Filter;
import io.usher.designer.list.FilterBar;
import io.usher.designer.list.Notice;
import io.usher.designer.list.Rows;
import io.usher.designer.list.Texts;
import io.usher.designer.list.When;
import io.usher.designer.look.Glyph;
import io.usher.designer.triggers.TriggerBook;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** All workflows: what starts and stops them, and how many people are inside. */
@Route("workflows")
@RouteAlias("")
@PermitAll
class WorkflowsView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    static final String SEARCH = "search";
    static final String STATUS = "status";
    static final String TAG = "tag";
    static final String EVENT = "event";
    static final String SORT = "sort";

    private final EngineCalls calls;
    private final WorkflowBook book;
    private final FilterChoices choices;
    private final SampleBook samples;
    private final SessionToken token;
    private final Notice notice = new Notice();
    private final Rows<WorkflowRow> rows;
    private final RowMenu menu;
    private final EmptyState empty;
    private final FilterBar filters;
    private volatile Filter filter = Filter.none();

    WorkflowsView(
            EngineCalls calls,
            WorkflowBook book,
            FilterChoices choices,
            SampleBook samples,
            TriggerBook triggers,
            AuthenticationContext authentication) {
        this.calls = calls;
        this.book = book;
        this.choices = choices;
        this.samples = samples;
        token = authentication
                .getAuthenticatedUser(SignedIn.class)
                .orElseThrow()
                .token();
        addClassNames("us-page", "us-list-page", "us-workflows");
        filters = filters();
        var bar = new Div(filters, create("new-workflow"));
        bar.addClassName("us-bar");
        var help = new Div(create("first-workflow"), new SampleCards(calls, samples, token, this::use));
        help.addClassName("us-first-workflow");
        empty = new EmptyState(Glyph.WORKFLOWS, help);
        rows = rows();
        menu = new RowMenu(calls, book, triggers, token, rows, notice);
        notice.addClassName("us-at-top");
        add(bar, notice, rows, menu.choices());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("workflows.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        var asked = Filter.of(entering.getLocation().getQueryParameters(), SEARCH, STATUS, TAG, EVENT, SORT);
        filters.show(asked);
        if (asked.with(SORT, "").isEmpty()) {
            empty.first(getTranslation("workflows.empty"), getTranslation("workflows.empty.more"));
        } else {
            empty.filtered();
        }
        if (!asked.equals(filter)) {
            filter = asked;
            notice.clear();
            rows.load();
        }
    }

    private FilterBar filters() {
        var orders = List.of(
                new Choice("changed", getTranslation("workflows.sort.changed")),
                new Choice("name", getTranslation("workflows.sort.name")),
                new Choice("created", getTranslation("workflows.sort.created")));
        return new FilterBar(WorkflowsView::go)
                .text(SEARCH, getTranslation("workflows.search"))
                .choice(STATUS, getTranslation("workflows.status"), WorkflowStatus.choices(this))
                .choice(TAG, getTranslation("workflows.tag"), calls, STATUS, status -> choices.tags(token, status))
                .choice(EVENT, getTranslation("workflows.event"), calls, () -> choices.eventTypes(token))
                .order(SORT, getTranslation("workflows.sort"), orders);
    }

    private Rows<WorkflowRow> rows() {
        var list = new Rows<WorkflowRow>(calls, cursor -> book.page(token, filter, cursor), WorkflowRow::id)
                .column(getTranslation("list.workflow"), "name", this::name)
                .column(getTranslation("workflows.status"), "state", this::status)
                .column(
                        getTranslation("workflows.conditions"),
                        "wide",
                        row -> new Conditions(row.startLinks(), row.stopLinks()))
                .column(getTranslation("workflows.inside"), "count", this::inside)
                .column(
                        getTranslation("workflows.started"),
                        "count",
                        row -> new Span(getTranslation("workflows.number", row.startedLast7Days())))
                .column(getTranslation("workflows.changed"), "time", this::changed)
                .column("", "menu", row -> menu.of(row));
        list.whenEmpty(empty);
        return list;
    }

    private Component name(WorkflowRow row) {
        var link = WorkflowNavigation.toDrawing(row.name(), row.id());
        link.addClassNames("us-open", "us-cut");
        link.getElement().setAttribute("title", row.name());
        var both = new Span(link);
        both.addClassName("us-two-lines");
        if (!row.tags().isEmpty()) {
            var tags = Texts.soft(String.join(", ", row.tags()));
            tags.getElement()
                    .setAttribute("aria-label", getTranslation("workflows.tagged", String.join(", ", row.tags())));
            tags.getElement().setAttribute("role", "note");
            both.add(tags);
        }
        return both;
    }

    private Component status(WorkflowRow row) {
        var both = new Span(WorkflowStatus.draw(this, row.status()));
        both.addClassName("us-two-lines");
        if (row.draftDiffers() && row.version() != null && !WorkflowStatus.ARCHIVED.is(row.status())) {
            both.add(Texts.soft(getTranslation("workflows.draft-differs")));
        }
        return both;
    }

    private Component inside(WorkflowRow row) {
        var number = getTranslation("workflows.number", row.journeysInside());
        if (row.journeysInside() == 0) {
            return new Span(number);
        }
        var link = JourneyNavigation.ofWorkflow(number, row.id());
        link.getElement().setAttribute("aria-label", getTranslation("workflows.inside.see", number, row.name()));
        return link;
    }

    private Component changed(WorkflowRow row) {
        var both = new Span(new When(row.changedAt()), Texts.soft(row.changedBy()));
        both.addClassName("us-two-lines");
        return both;
    }

    private Button create(String id) {
        var button = new Button(
                getTranslation("workflows.new"), click -> new NewWorkflowDialog(calls, book, samples, token).open());
        button.setId(id);
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private void use(Sample sample) {
        notice.clear();
        calls.run(
                this,
                () -> samples.use(token, sample, ""),
                made -> UI.getCurrent().navigate(WorkflowNavigation.drawing(made.id())),
                notice::show);
    }

    private static void go(Filter asked) {
        UI.getCurrent().navigate(WorkflowsView.class, asked.parameters());
    }
}
