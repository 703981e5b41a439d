package io.usher.designer.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.usher.designer.account.SignedIn;
import io.usher.designer.contacts.ContactNavigation;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.events.EventNavigation;
import io.usher.designer.journeys.JourneyNavigation;
import io.usher.designer.list.Choice;
import io.usher.designer.list.EmptyState;
import io.usher.designer.list.Filter;
import io.usher.designer.list.FilterBar;
import io.usher.designer.list.Rows;
import io.usher.designer.list.Slice;
import io.usher.designer.list.Texts;
import io.usher.designer.list.TimeText;
import io.usher.designer.look.Icon;
import io.usher.designer.messages.MessageNavigation;
import io.usher.designer.pages.FilteredPage;
import io.usher.designer.workflows.WorkflowClient;
import io.usher.designer.workflows.WorkflowNavigation;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who changed what and when, newest first. */
@Route("settings/audit")
@PermitAll
class AuditView extends FilteredPage {

    static final String WHO = "who";
    static final String KIND = "kind";
    static final String THING = "thing";
    static final String TIME = "time";
    static final String FROM = "from";
    static final String TO = "to";

    /** The time span that somebody chooses by two moments. */
    private static final String MOMENTS = "between";

    private final AuditClient audit;
    private final SessionToken token;
    private final Clock clock = Clock.systemUTC();
    private final Rows<AuditEntry> rows;
    private Map<String, String> workflowNames = Map.of();

    AuditView(EngineCalls calls, AuditClient audit, WorkflowClient workflows, AuthenticationContext authentication) {
        super("settings.title", WHO, KIND, THING, TIME, FROM, TO);
        this.audit = audit;
        token = authentication
                .getAuthenticatedUser(SignedIn.class)
                .orElseThrow()
                .token();
        var filters = filters(calls);
        rows = new Rows<>(calls, this::after, AuditEntry::id)
                .column(getTranslation("audit.when"), "time", entry -> new TimeText(entry.at()))
                .column(getTranslation("audit.who"), "text", this::who)
                .column(getTranslation("audit.what"), "wide", this::what)
                .column(getTranslation("audit.thing"), "name", this::thing);
        rows.byDay(entry -> Optional.of(entry.at()));
        narrows(filters, rows, new EmptyState(Icon.SETTINGS), "audit.empty", "audit.empty.more");
        addClassNames("us-settings", "us-audit");
        var frame = new SettingsFrame("audit");
        frame.show(filters, rows);
        add(frame);
        addAttachListener(attached -> calls.run(
                this,
                () -> workflows.choices(token),
                known -> {
                    workflowNames = known.stream()
                            .collect(Collectors.toMap(Choice::value, Choice::label, (first, again) -> first));
                    rows.redraw();
                },
                failure -> {
                    // the ids say which ones too
                }));
    }

    private FilterBar filters(EngineCalls calls) {
        var spans = List.of(
                new Choice("PT1H", getTranslation("events.time.hour")),
                new Choice("PT24H", getTranslation("events.time.day")),
                new Choice("P7D", getTranslation("events.time.week")),
                new Choice("P30D", getTranslation("events.time.month")),
                new Choice(MOMENTS, getTranslation("events.time.between")));
        return new FilterBar(this::go, this::goOn)
                .choice(WHO, getTranslation("audit.who"), calls, () -> audit.actors(token))
                .choice(KIND, getTranslation("audit.kind"), AuditWords.kinds(this))
                .text(THING, getTranslation("audit.id"), getTranslation("audit.id.how"))
                .choice(TIME, getTranslation("audit.time"), spans)
                .moments(
                        TIME,
                        MOMENTS,
                        new Choice(FROM, getTranslation("events.from")),
                        new Choice(TO, getTranslation("events.to")));
    }

    private Slice<AuditEntry> after(Optional<String> cursor) {
        return audit.page(token, filter(), clock.instant(), cursor);
    }

    /** The name leads to all that this one has changed. */
    private Component who(AuditEntry entry) {
        var actor = entry.actor();
        var label = switch (actor.kind()) {
            case "system" -> getTranslation("audit.system");
            case "key" -> getTranslation("audit.key", actor.label());
            default -> actor.label();
        };
        return Texts.to(narrowed(label, filter().with(WHO, actor.id())));
    }

    private Component what(AuditEntry entry) {
        var action = Texts.said(AuditWords.action(this, entry));
        var arguments = AuditWords.arguments(this, entry);
        return arguments.isEmpty() ? action : Texts.below(action, Texts.soft(arguments));
    }

    /** What was changed, and all changes of it. */
    private Component thing(AuditEntry entry) {
        var thing = entry.thing();
        var kind = AuditWords.kind(this, thing.kind());
        var all = narrowed(kind, filter().with(KIND, thing.kind()).with(THING, thing.id()));
        all.addClassName("us-soft");
        all.getElement().setAttribute("aria-label", getTranslation("audit.all-of", kind, thing.id()));
        return Texts.below(page(thing), Texts.to(all));
    }

    private Component page(AuditEntry.Thing thing) {
        var id = thing.id();
        return switch (thing.kind()) {
            case "workflow" -> Texts.to(WorkflowNavigation.toDrawing(workflowNames.getOrDefault(id, id), id));
            case "journey" -> Texts.to(JourneyNavigation.journey(id, id));
            case "message" -> Texts.to(MessageNavigation.message(id, id));
            case "event" -> Texts.to(EventNavigation.event(id, id));
            case "event-type" -> Texts.to(EventNavigation.ofType(id, id));
            case "contact" -> Texts.to(ContactNavigation.contact(id, id));
            default -> Texts.code(id);
        };
    }

    private static RouterLink narrowed(String text, Filter to) {
        var link = new RouterLink(text, AuditView.class);
        link.setQueryParameters(to.parameters());
        return link;
    }
}
