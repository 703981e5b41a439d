package io.usher.designer.events;

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
import io.usher.designer.engine.EngineProperties;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.list.Choice;
import io.usher.designer.list.EmptyState;
import io.usher.designer.list.Filter;
import io.usher.designer.list.FilterBar;
import io.usher.designer.list.Rows;
import io.usher.designer.list.Slice;
import io.usher.designer.list.Texts;
import io.usher.designer.list.When;
import io.usher.designer.look.Glyph;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The history of events, newest first and live, with one open beside it. */
@Route("events")
@PermitAll
class EventsView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    static final String TYPE = "type";
    static final String KEY = "key";
    static final String CONTACT = "contact";
    static final String TIME = "time";
    static final String OPEN = "event";

    /** What arrives this soon after it happened has one time for a reader. */
    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    private final EventHistory history;
    private final SessionToken token;
    private final ContactNames names;
    private final Rows<EventRow> rows;
    private final EmptyState empty;
    private final FilterBar filters;
    private final EventPanel panel;
    private volatile Filter filter = Filter.none();
    private volatile Optional<String> since = Optional.empty();
    private volatile List<EventRow> lastNews = List.of();

    private record News(Filter about, EventHistory.Page page) {}

    EventsView(
            EngineCalls calls,
            EventHistory history,
            Contacts contacts,
            AuthenticationContext authentication,
            EngineProperties properties) {
        this.history = history;
        token = authentication
                .getAuthenticatedUser(SignedIn.class)
                .orElseThrow()
                .token();
        names = new ContactNames(contacts, token);
        addClassNames("us-page", "us-list-page", "us-events");
        filters = filters(calls);
        empty = new EmptyState(Glyph.EVENTS, new FirstEvent(properties));
        rows = rows(calls);
        panel = new EventPanel(calls, history, token, names, () -> go(filter));
        var beside = new Div(rows, panel);
        beside.addClassName("us-with-panel");
        add(filters, beside);
        calls.watch(this, this::news, this::show);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("events.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        var address = entering.getLocation().getQueryParameters();
        var asked = Filter.of(address, TYPE, KEY, CONTACT, TIME);
        filters.show(asked);
        describeEmpty(asked);
        if (!asked.equals(filter)) {
            filter = asked;
            since = Optional.empty();
            rows.load();
        }
        var open = address.getSingleParameter(OPEN);
        rows.mark(open);
        panel.show(open);
    }

    private FilterBar filters(EngineCalls calls) {
        var spans = List.of(
                new Choice("PT1H", getTranslation("events.time.hour")),
                new Choice("PT24H", getTranslation("events.time.day")),
                new Choice("P7D", getTranslation("events.time.week")),
                new Choice("P30D", getTranslation("events.time.month")));
        return new FilterBar(EventsView::go)
                .choice(TYPE, getTranslation("events.type"), calls, () -> history.types(token))
                .text(KEY, getTranslation("events.key"))
                .text(CONTACT, getTranslation("list.contact"))
                .choice(TIME, getTranslation("events.time"), spans);
    }

    private Rows<EventRow> rows(EngineCalls calls) {
        var list = new Rows<>(calls, this::after, EventRow::id)
                .column(getTranslation("events.type"), "name", this::type)
                .column(getTranslation("events.key"), "text", row -> Texts.text(Objects.toString(row.keyValue(), "")))
                .column(getTranslation("events.became"), "wide", this::became)
                .column(getTranslation("events.contact"), "text", this::contact)
                .column(getTranslation("events.accepted"), "time", this::times);
        list.whenEmpty(empty);
        list.whenDrawn(items -> learn(calls, items));
        return list;
    }

    private Slice<EventRow> after(Optional<String> cursor) {
        var page = history.page(token, filter, cursor);
        if (cursor.isEmpty()) {
            since = Optional.ofNullable(page.since());
        }
        return new Slice<>(page.items(), Optional.ofNullable(page.next()));
    }

    /** What came since the last look; the answers overlap, so often there is nothing new in one. */
    private Optional<News> news() {
        var about = filter;
        return since.flatMap(seen -> {
            var page = history.news(token, about, seen);
            var news = new News(about, page);
            var isNew = page.next() != null || !page.items().equals(lastNews);
            lastNews = page.items();
            since = since.flatMap(known -> Optional.ofNullable(page.since()));
            return isNew ? Optional.of(news) : Optional.empty();
        });
    }

    /** More news than one answer holds would leave a gap, so the list begins anew. */
    private void show(News news) {
        if (!news.about().equals(filter)) {
            return;
        }
        if (news.page().next() != null) {
            rows.load();
        } else {
            rows.merge(news.page().items());
        }
    }

    private void learn(EngineCalls calls, List<EventRow> items) {
        var ids = ContactNames.unlabelled(items, EventRow::contactId, EventRow::contactLabel);
        names.learn(calls, this, ids, () -> rows.redraw(items));
    }

    private Component type(EventRow row) {
        var name = Texts.open(
                row.typeName(), EventsView.class, filter.with(OPEN, row.id()).parameters());
        if (row.typeName().equals(row.eventTypeKey())) {
            return name;
        }
        var both = new Span(name, Texts.code(row.eventTypeKey()));
        both.addClassName("us-two-lines");
        return both;
    }

    private Component became(EventRow row) {
        var summary = Texts.said(row.summary());
        var unsaid = row.linked().stream().filter(name -> !row.summary().contains(name));
        var workflows = Texts.soft(unsaid.collect(Collectors.joining(", ")));
        var both = new Span(summary, workflows);
        both.addClassName("us-two-lines");
        if (row.parked()) {
            summary.addClassName("us-bad");
        }
        return both;
    }

    /** When it arrived, and when it happened where that is another time. */
    private Component times(EventRow row) {
        var arrived = new When(row.acceptedAt());
        var happened = row.occurredAt();
        if (Duration.between(happened, row.acceptedAt()).abs().compareTo(AT_ONCE) < 0) {
            return arrived;
        }
        var then = new Span(getTranslation("events.happened") + " ");
        then.add(new When(happened));
        then.addClassName("us-soft");
        var both = new Span(arrived, then);
        both.addClassName("us-two-lines");
        return both;
    }

    private Component contact(EventRow row) {
        var id = row.contactId();
        return id == null ? Texts.soft(getTranslation("events.nobody")) : Texts.text(names.of(id, row.contactLabel()));
    }

    private void describeEmpty(Filter asked) {
        if (asked.isEmpty()) {
            empty.first(getTranslation("events.empty"), getTranslation("events.empty.more"));
        } else {
            empty.filtered();
        }
    }

    private static void go(Filter asked) {
        UI.getCurrent().navigate(EventsView.class, asked.parameters());
    }
}
