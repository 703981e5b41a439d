package io.usher.designer.eventtypes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
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
import io.usher.designer.list.TimeText;
import io.usher.designer.look.Icon;
import io.usher.designer.pages.FilteredPage;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What may come in: the event types and the workflows that listen to them. */
@Route("event-types")
@PermitAll
class EventTypesView extends FilteredPage {

    static final String SEARCH = "search";

    private final EngineCalls calls;
    private final EventTypeClient types;
    private final SessionToken token;
    private final Rows<EventType> rows;
    private final EmptyState empty;
    private final FilterBar filters;
    private Map<String, List<String>> alike = Map.of();
    private boolean namesAsked;

    EventTypesView(EngineCalls calls, EventTypeClient types, AuthenticationContext authentication) {
        super("event-types.title", SEARCH);
        this.calls = calls;
        this.types = types;
        token = authentication
                .getAuthenticatedUser(SignedIn.class)
                .orElseThrow()
                .token();
        addClassName("us-event-types");
        filters = new FilterBar(this::go, this::goOn).text(SEARCH, getTranslation("event-types.search"));
        var create = create("new-type");
        var bar = new Div(filters, create);
        bar.addClassName("us-bar");
        empty = new EmptyState(Icon.EVENT_TYPES, create("first-type"));
        rows = new Rows<EventType>(calls, cursor -> types.page(token, filter(), cursor), EventType::key)
                .column(getTranslation("event-types.type"), "name", this::name)
                .column(
                        getTranslation("event-types.category"),
                        "state",
                        type -> Texts.text(Category.name(this, type.category())))
                .actions(getTranslation("event-types.workflows"), "wide", Listeners::new)
                .column(getTranslation("event-types.last-day"), "count", type -> count(type.last24Hours()))
                .column(getTranslation("event-types.last-month"), "count", type -> count(type.last30Days()))
                .column(getTranslation("event-types.last-seen"), "time", this::lastSeen)
                .actions("", "menu", this::edit);
        narrows(filters, rows, empty, "event-types.empty", "event-types.empty.more");
        rows.whenDrawn(drawn -> learnNames());
        add(bar, rows);
    }

    private Button create(String id) {
        var button = new Button(
                getTranslation("event-types.new"),
                click -> EventTypeDialog.create(calls, "", entry -> types.create(token, entry), this::show)
                        .open());
        button.setId(id);
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    /** One that was just made, where it stands among the others. */
    private void show(EventType made) {
        if (!filter().isEmpty()) {
            goOn(Filter.none());
        }
        namesAsked = false;
        rows.reveal(made.key());
    }

    private Component name(EventType type) {
        var link = EventNavigation.ofType(type.name(), type.key());
        link.addClassNames("us-open", "us-cut");
        link.getElement().setAttribute("title", type.name());
        var key = Texts.code(type.key());
        return Texts.below(link, hint(type).map(hint -> Texts.beside(key, hint)).orElse(key));
    }

    /** What may be a mistake: its key looks like another one, or another type has the same name. */
    private Optional<Span> hint(EventType type) {
        var lookalike = type.lookalikeOf();
        if (lookalike != null) {
            return Optional.of(hint(
                    getTranslation("event-types.looks-like", lookalike),
                    getTranslation("event-types.looks-like.more", lookalike)));
        }
        return alike.getOrDefault(type.name().toLowerCase(Locale.ROOT), List.of()).stream()
                .filter(key -> !key.equals(type.key()))
                .findFirst()
                .map(other -> hint(
                        getTranslation("event-types.same-name", other),
                        getTranslation("event-types.same-name.more", other)));
    }

    /** Which names are there twice is known by all types only, not by those of one page. */
    private void learnNames() {
        if (!namesAsked) {
            namesAsked = true;
            calls.run(
                    this,
                    () -> types.keysByName(token),
                    known -> {
                        alike = known;
                        rows.redraw();
                    },
                    failure -> namesAsked = false);
        }
    }

    private void changed(EventType before, EventType after) {
        namesAsked = false;
        rows.update(after.countedAs(before));
        learnNames();
    }

    private static Span hint(String says, String more) {
        var hint = new Span(says);
        hint.addClassNames("us-hint", "us-cut");
        hint.getElement().setAttribute("title", says + ". " + more);
        return hint;
    }

    private Component count(long number) {
        return new Span(getTranslation("event-types.number", number));
    }

    private Component edit(EventType type) {
        var button = new Button(
                Icon.EDIT.draw(),
                click -> EventTypeDialog.change(
                                calls, type, entry -> types.change(token, entry), changed -> changed(type, changed))
                        .open());
        button.setAriaLabel(getTranslation("event-types.edit.of", type.name()));
        button.setTooltipText(getTranslation("event-types.edit"));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("us-row-menu");
        return button;
    }

    private Component lastSeen(EventType type) {
        var seen = type.lastSeenAt();
        return seen == null ? Texts.soft(getTranslation("event-types.never")) : TimeText.toTheMinute(seen);
    }
}
