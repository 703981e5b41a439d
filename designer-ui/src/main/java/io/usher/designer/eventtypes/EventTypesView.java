package io.usher.designer.eventtypes;

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
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.usher.designer.account.SignedIn;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.events.EventNavigation;
import io.usher.designer.list.EmptyState;
import io.usher.designer.list.Filter;
import io.usher.designer.list.FilterBar;
import io.usher.designer.list.Rows;
import io.usher.designer.list.Texts;
import io.usher.designer.list.When;
import io.usher.designer.look.Glyph;
import jakarta.annotation.security.PermitAll;

/** What may come in: the event types and the workflows that listen to them. */
@Route("event-types")
@PermitAll
class EventTypesView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    static final String SEARCH = "search";

    private final EngineCalls calls;
    private final EventTypes types;
    private final SessionToken token;
    private final Rows<EventType> rows;
    private final EmptyState empty;
    private final FilterBar filters;
    private volatile Filter filter = Filter.none();

    EventTypesView(EngineCalls calls, EventTypes types, AuthenticationContext authentication) {
        this.calls = calls;
        this.types = types;
        token = authentication
                .getAuthenticatedUser(SignedIn.class)
                .orElseThrow()
                .token();
        addClassNames("us-page", "us-list-page");
        filters = new FilterBar(EventTypesView::go).text(SEARCH, getTranslation("event-types.search"));
        var create = create("new-type");
        var bar = new Div(filters, create);
        bar.addClassName("us-bar");
        empty = new EmptyState(Glyph.EVENT_TYPES, create("first-type"));
        rows = new Rows<EventType>(calls, cursor -> types.page(token, filter, cursor), EventType::key)
                .column(getTranslation("event-types.type"), "name", this::name)
                .column(
                        getTranslation("event-types.category"),
                        "state",
                        type -> Texts.text(Category.name(this, type.category())))
                .column(getTranslation("event-types.workflows"), "wide", Listeners::new)
                .column(getTranslation("event-types.last-day"), "count", type -> count(type.last24Hours()))
                .column(getTranslation("event-types.last-month"), "count", type -> count(type.last30Days()))
                .column(getTranslation("event-types.last-seen"), "time", this::lastSeen)
                .column("", "menu", this::edit);
        rows.whenEmpty(empty);
        add(bar, rows);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("event-types.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        var asked = Filter.of(entering.getLocation().getQueryParameters(), SEARCH);
        filters.show(asked);
        if (asked.isEmpty()) {
            empty.first(getTranslation("event-types.empty"), getTranslation("event-types.empty.more"));
        } else {
            empty.filtered();
        }
        if (!asked.equals(filter)) {
            filter = asked;
            rows.load();
        }
    }

    private Button create(String id) {
        var button = new Button(
                getTranslation("event-types.new"),
                click -> EventTypeDialog.create(calls, "", entry -> types.create(token, entry), type -> rows.load())
                        .open());
        button.setId(id);
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private Component name(EventType type) {
        var link = EventNavigation.ofType(type.name(), type.key());
        link.addClassNames("us-open", "us-cut");
        var both = new Span(link, Texts.code(type.key()));
        both.addClassName("us-two-lines");
        if (type.lookalikeOf() != null) {
            both.add(Texts.soft(getTranslation("event-types.looks-like", type.lookalikeOf())));
        }
        return both;
    }

    private Component count(long number) {
        return new Span(getTranslation("event-types.number", number));
    }

    private Component edit(EventType type) {
        var button = new Button(
                Glyph.EDIT.draw(),
                click -> EventTypeDialog.change(
                                calls,
                                type,
                                entry -> types.change(token, entry),
                                changed -> rows.update(changed.countedAs(type)))
                        .open());
        button.setAriaLabel(getTranslation("event-types.edit.of", type.name()));
        button.setTooltipText(getTranslation("event-types.edit"));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("us-row-menu");
        return button;
    }

    private Component lastSeen(EventType type) {
        var seen = type.lastSeenAt();
        return seen == null ? Texts.soft(getTranslation("event-types.never")) : new When(seen);
    }

    private static void go(Filter asked) {
        UI.getCurrent().navigate(EventTypesView.class, asked.parameters());
    }
}
