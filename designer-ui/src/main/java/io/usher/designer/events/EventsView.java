package io.usher.designer.events;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.usher.designer.account.SignedIn;
import io.usher.designer.contacts.ContactClient;
import io.usher.designer.contacts.ContactNames;
import io.usher.designer.contacts.ContactNavigation;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.EngineProperties;
import io.usher.designer.engine.Page;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.eventtypes.EventTypeClient;
import io.usher.designer.list.Choice;
import io.usher.designer.list.EmptyState;
import io.usher.designer.list.Filter;
import io.usher.designer.list.FilterBar;
import io.usher.designer.list.Rows;
import io.usher.designer.list.Slice;
import io.usher.designer.list.Texts;
import io.usher.designer.list.TimeText;
import io.usher.designer.look.Icon;
import io.usher.designer.pages.FilteredPage;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The history of events, newest first and live, with one open beside it. */
@Route("events")
@PermitAll
class EventsView extends FilteredPage {

    static final String TYPE = "type";
    static final String KEY = "key";
    static final String CONTACT = "contact";
    static final String TIME = "time";
    static final String FROM = "from";
    static final String TO = "to";
    static final String OPEN = "event";

    /** The time span that somebody chooses by two moments. */
    private static final String MOMENTS = "between";

    /** What arrives this soon after it happened has one time for a reader. */
    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    private final EventHistory history;
    private final SessionToken token;
    private final ContactNames names;
    private final Rows<EventRow> rows;
    private final EmptyState empty;
    private final FilterBar filters;
    private final EventPanel panel;
    private volatile Optional<String> since = Optional.empty();
    private volatile List<EventRow> lastNews = List.of();

    private record News(Filter about, Page<EventRow> page) {}

    EventsView(
            EngineCalls calls,
            EventHistory history,
            EventClient events,
            EventTypeClient types,
            ContactClient contacts,
            AuthenticationContext authentication,
            EngineProperties properties) {
        super("events.title", TYPE, KEY, CONTACT, TIME, FROM, TO);
        this.history = history;
        token = authentication
                .getAuthenticatedUser(SignedIn.class)
                .orElseThrow()
                .token();
        names = new ContactNames(contacts, token);
        addClassName("us-events");
        filters = filters(calls, types);
        empty = new EmptyState(Icon.EVENTS, new FirstEvent(properties));
        rows = rows(calls);
        narrows(filters, rows, empty, "events.empty", "events.empty.more");
        panel = new EventPanel(calls, events, token, names, () -> go(filter()));
        var beside = new Div(rows, panel);
        beside.addClassName("us-with-panel");
        add(filters, beside);
        calls.watch(this, this::news, this::show);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        super.beforeEnter(entering);
        open(entering.getLocation().getQueryParameters().getSingleParameter(OPEN));
    }

    @Override
    protected void goOn(Filter asked) {
        super.goOn(asked);
        open(Optional.empty());
    }

    @Override
    protected void anew() {
        since = Optional.empty();
    }

    /** While one is open, the others stay where they are. */
    private void open(Optional<String> event) {
        rows.hold(event.isPresent());
        rows.mark(event);
        panel.show(event);
    }

    private FilterBar filters(EngineCalls calls, EventTypeClient types) {
        var spans = List.of(
                new Choice("PT1H", getTranslation("events.time.hour")),
                new Choice("PT24H", getTranslation("events.time.day")),
                new Choice("P7D", getTranslation("events.time.week")),
                new Choice("P30D", getTranslation("events.time.month")),
                new Choice(MOMENTS, getTranslation("events.time.between")));
        return new FilterBar(this::go, this::goOn)
                .choice(TYPE, getTranslation("events.type"), calls, () -> types.choices(token))
                .text(KEY, getTranslation("events.key"))
                .text(CONTACT, getTranslation("list.contact"), getTranslation("list.contact.how"))
                .choice(TIME, getTranslation("events.time"), spans)
                .moments(
                        TIME,
                        MOMENTS,
                        new Choice(FROM, getTranslation("events.from")),
                        new Choice(TO, getTranslation("events.to")));
    }

    private Rows<EventRow> rows(EngineCalls calls) {
        var list = new Rows<>(calls, this::after, EventRow::id)
                .column(getTranslation("events.type"), "name", this::type)
                .column(getTranslation("events.key"), "text", this::key)
                .column(getTranslation("events.contact"), "text", this::contact)
                .column(getTranslation("events.became"), "wide", this::became)
                .column(getTranslation("events.accepted"), "time", this::times);
        list.byDay(row -> Optional.of(row.acceptedAt()));
        list.whenDrawn(items -> learn(calls, items));
        return list;
    }

    private Slice<EventRow> after(Optional<String> cursor) {
        var page = history.page(token, filter(), cursor);
        if (cursor.isEmpty()) {
            since = Optional.ofNullable(page.since());
        }
        return new Slice<>(page.items(), page.cursor(), page.isTooMany());
    }

    /** What came since the last look; the answers overlap, so often there is nothing new in one. */
    private Optional<News> news() {
        var about = filter();
        return since.filter(seen -> !isOver(about)).flatMap(seen -> {
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
        if (!news.about().equals(filter())) {
            return;
        }
        if (news.page().next() != null) {
            rows.comeMany();
        } else {
            rows.come(news.page().items());
        }
    }

    /** Nothing new is received in a time that has passed. */
    private static boolean isOver(Filter about) {
        return about.instant(TO).filter(Instant.now()::isAfter).isPresent();
    }

    private void learn(EngineCalls calls, List<EventRow> items) {
        var ids = ContactNames.unlabelled(items, EventRow::contactId, EventRow::contactLabel);
        names.learn(calls, this, ids, () -> rows.redraw(items));
    }

    private Component type(EventRow row) {
        var name = Texts.open(
                row.typeName(), EventsView.class, filter().with(OPEN, row.id()).parameters());
        return row.typeName().equals(row.eventTypeKey())
                ? name
                : Texts.besideWhole(name, Texts.code(row.eventTypeKey()));
    }

    /** The key; that of an order leads to the order. */
    private Component key(EventRow row) {
        var key = row.keyValue();
        if (key == null) {
            return Texts.text("");
        }
        return ContactNavigation.isOrderKey(row.eventTypeKey())
                ? Texts.to(ContactNavigation.order(key))
                : Texts.text(key);
    }

    private Component became(EventRow row) {
        var summary = Texts.said(row.summary());
        var unsaid = row.linked().stream()
                .filter(name -> !row.summary().contains(name))
                .collect(Collectors.joining(", "));
        if (row.parked()) {
            summary.addClassName("us-bad");
        }
        return unsaid.isEmpty() ? summary : Texts.beside(summary, Texts.soft(unsaid));
    }

    /** TimeText it arrived, and when it happened where that is another time. */
    private Component times(EventRow row) {
        var arrived = new TimeText(row.acceptedAt());
        var happened = row.occurredAt();
        if (Duration.between(happened, row.acceptedAt()).abs().compareTo(AT_ONCE) < 0) {
            return arrived;
        }
        var then = new Span(getTranslation("events.happened") + " ");
        then.add(new TimeText(happened));
        then.addClassName("us-soft");
        return Texts.below(arrived, then);
    }

    private Component contact(EventRow row) {
        var id = row.contactId();
        return id == null
                ? Texts.soft(getTranslation("events.nobody"))
                : Texts.to(ContactNavigation.contact(names.of(id, row.contactLabel()), id));
    }
}
