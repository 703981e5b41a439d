package io.usher.designer.workflows;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.usher.designer.account.SignedIn;
import io.usher.designer.canvas.Catalogue;
import io.usher.designer.channels.ChannelClient;
import io.usher.designer.channels.MailNote;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.eventtypes.EventTypeClient;
import io.usher.designer.journeys.JourneyNavigation;
import io.usher.designer.list.Choice;
import io.usher.designer.list.EmptyState;
import io.usher.designer.list.Filter;
import io.usher.designer.list.FilterBar;
import io.usher.designer.list.ListPage;
import io.usher.designer.list.Notice;
import io.usher.designer.list.Rows;
import io.usher.designer.list.Texts;
import io.usher.designer.list.TimeText;
import io.usher.designer.look.Icon;
import io.usher.designer.triggers.TriggerClients;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All workflows: what starts and stops them, and how many people are inside. */
@Route("workflows")
@RouteAlias("")
@PermitAll
class WorkflowsView extends ListPage {

    static final String SEARCH = "search";
    static final String STATUS = "status";
    static final String TAG = "tag";
    static final String EVENT = "event";
    static final String SORT = "sort";

    private final EngineCalls calls;
    private final WorkflowClient workflows;
    private final EventTypeClient types;
    private final Catalogue catalogue;
    private final SampleClient samples;
    private final SessionToken token;
    private final Notice notice = new Notice();
    private final Rows<WorkflowRow> rows;
    private final RowMenu menu;
    private final EmptyState empty;
    private final FilterBar filters;

    WorkflowsView(
            EngineCalls calls,
            WorkflowClient workflows,
            EventTypeClient types,
            SampleClient samples,
            Catalogue catalogue,
            TriggerClients triggers,
            ChannelClient channels,
            AuthenticationContext authentication) {
        super("workflows.title", SEARCH, STATUS, TAG, EVENT, SORT);
        this.calls = calls;
        this.workflows = workflows;
        this.types = types;
        this.catalogue = catalogue;
        this.samples = samples;
        token = authentication
                .getAuthenticatedUser(SignedIn.class)
                .orElseThrow()
                .token();
        addClassName("us-workflows");
        filters = filters();
        var bar = new Div(filters, create("new-workflow"));
        bar.addClassName("us-bar");
        var help = new Div(create("first-workflow"), new SampleCards(calls, samples, catalogue, token, this::use));
        help.addClassName("us-first-workflow");
        empty = new EmptyState(Icon.WORKFLOWS, help);
        rows = rows();
        menu = new RowMenu(calls, workflows, triggers, token, rows, notice);
        notice.addClassName("us-at-top");
        add(MailNote.ofAll(calls, channels, token), bar, notice, rows, menu.choices());
    }

    @Override
    protected void narrowed(Filter asked, boolean other) {
        filters.show(asked);
        if (asked.with(SORT, "").isEmpty()) {
            empty.first(getTranslation("workflows.empty"), getTranslation("workflows.empty.more"));
        } else {
            empty.filtered(() -> go(Filter.none().with(SORT, filter().get(SORT).orElse(""))));
        }
        if (other) {
            notice.clear();
            rows.byDay(time(asked.get(SORT).orElse("changed")));
            rows.load();
        }
    }

    /** Days go with an order by time only. */
    private static Function<WorkflowRow, Optional<Instant>> time(String order) {
        return row -> switch (order) {
            case "changed" -> Optional.of(row.changedAt());
            case "created" -> Optional.of(row.createdAt());
            default -> Optional.empty();
        };
    }

    private FilterBar filters() {
        var orders = List.of(
                new Choice("changed", getTranslation("workflows.sort.changed")),
                new Choice("name", getTranslation("workflows.sort.name")),
                new Choice("created", getTranslation("workflows.sort.created")));
        return new FilterBar(this::go, this::goOn)
                .text(SEARCH, getTranslation("workflows.search"))
                .choice(STATUS, getTranslation("workflows.status"), WorkflowStatus.choices(this))
                .choice(TAG, getTranslation("workflows.tag"), calls, STATUS, status -> workflows.tagsOf(token, status))
                .choice(EVENT, getTranslation("workflows.event"), calls, () -> types.choices(token))
                .order(SORT, getTranslation("workflows.sort"), orders);
    }

    private Rows<WorkflowRow> rows() {
        var list = new Rows<WorkflowRow>(calls, cursor -> workflows.page(token, filter(), cursor), WorkflowRow::id)
                .column(getTranslation("list.workflow"), "name", this::name)
                .column(getTranslation("workflows.status"), "state", this::status)
                .column(
                        getTranslation("workflows.conditions"),
                        "wide",
                        row -> StartsAndStops.inTwoLines(this, row.startLinks(), row.stopLinks()))
                .column(getTranslation("workflows.inside"), "count", this::inside)
                .column(
                        getTranslation("workflows.started"),
                        "count",
                        row -> new Span(getTranslation("workflows.number", row.startedLast7Days())))
                .column(getTranslation("workflows.changed"), "time", this::changed)
                .actions("", "menu", row -> menu.of(row));
        list.byDay(time("changed"));
        list.whenEmpty(empty);
        return list;
    }

    private Component name(WorkflowRow row) {
        var link = WorkflowNavigation.toDrawing(row.name(), row.id());
        link.addClassNames("us-open", "us-cut");
        link.getElement().setAttribute("title", row.name());
        if (row.tags().isEmpty()) {
            return link;
        }
        var tags = Texts.soft(String.join(", ", row.tags()));
        tags.getElement().setAttribute("aria-label", getTranslation("workflows.tagged", String.join(", ", row.tags())));
        tags.getElement().setAttribute("role", "note");
        return Texts.below(link, tags);
    }

    private Component status(WorkflowRow row) {
        var status = WorkflowStatus.draw(this, row.status());
        return row.draftDiffers() && row.version() != null && !WorkflowStatus.ARCHIVED.is(row.status())
                ? Texts.below(status, Texts.soft(getTranslation("workflows.draft-differs")))
                : status;
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
        return Texts.below(TimeText.toTheMinute(row.changedAt()), Texts.soft(row.changedBy()));
    }

    private Button create(String id) {
        var button = new Button(
                getTranslation("workflows.new"),
                click -> new NewWorkflowDialog(calls, workflows, samples, catalogue, token).open());
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
}
