package io.usher.designer.journeys;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.usher.designer.account.SignedIn;
import io.usher.designer.canvas.Catalogue;
import io.usher.designer.contacts.ContactClient;
import io.usher.designer.contacts.ContactNames;
import io.usher.designer.contacts.ContactNavigation;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.events.EventNavigation;
import io.usher.designer.list.BackLink;
import io.usher.designer.list.Confirmation;
import io.usher.designer.list.Copy;
import io.usher.designer.list.FactList;
import io.usher.designer.list.Notice;
import io.usher.designer.list.Skeleton;
import io.usher.designer.list.Texts;
import io.usher.designer.list.TimeText;
import io.usher.designer.workflows.VersionClient;
import io.usher.designer.workflows.WorkflowNavigation;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One journey: what happened on the way, where it is now, and what a person may do about it. */
@Route("journey")
@PermitAll
class JourneyView extends Div implements HasDynamicTitle, HasUrlParameter<String> {

    private final EngineCalls calls;
    private final JourneyClient journeys;
    private final VersionClient versions;
    private final Catalogue catalogue;
    private final SessionToken token;
    private final ContactNames names;
    private final Notice notice = new Notice();
    private final Skeleton skeleton = new Skeleton();
    private final Div head = new Div();
    private final Section walked = new Section();
    private final Section about = new Section();
    private final Div columns = new Div(walked, about);
    private final JourneyPicture picture = new JourneyPicture(this::mark);
    private boolean pictureAsked;
    private @Nullable Trail trail;
    private volatile String id = "";
    private volatile @Nullable JourneyDetail shown;

    JourneyView(
            EngineCalls calls,
            JourneyClient journeys,
            VersionClient versions,
            Catalogue catalogue,
            ContactClient contacts,
            AuthenticationContext authentication) {
        this.calls = calls;
        this.versions = versions;
        this.catalogue = catalogue;
        this.journeys = journeys;
        token = authentication
                .getAuthenticatedUser(SignedIn.class)
                .orElseThrow()
                .token();
        names = new ContactNames(contacts, token);
        addClassNames("us-page", "us-one");
        var back = new BackLink(getTranslation("journeys.all"), JourneysView.class);
        walked.addClassName("us-section");
        about.addClassName("us-section");
        columns.addClassName("us-columns");
        columns.setVisible(false);
        var content = new Div(head, picture, columns);
        content.addClassName("us-one-content");
        add(back, notice, skeleton, content);
        skeleton.show(true);
        addAttachListener(attached -> ask(() -> journeys.find(token, id)));
        calls.watch(this, this::news, this::draw);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("journeys.one");
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        id = parameter;
    }

    private void ask(Supplier<JourneyDetail> call) {
        notice.clear();
        calls.run(this, () -> read(call), this::draw, failure -> {
            skeleton.hide();
            notice.show(failure, () -> ask(call));
        });
    }

    private Optional<JourneyDetail> news() {
        return Optional.of(read(() -> journeys.find(token, id))).filter(detail -> !detail.equals(shown));
    }

    private JourneyDetail read(Supplier<JourneyDetail> call) {
        var detail = call.get();
        names.learn(
                ContactNames.unlabelled(List.of(detail.journey()), JourneyRow::contactId, JourneyRow::contactLabel));
        return detail;
    }

    private void draw(JourneyDetail detail) {
        var before = shown;
        if (!detail.equals(before)) {
            shown = detail;
            skeleton.hide();
            notice.clear();
            // what says the same stays, so that no click on it is lost
            if (before == null || !before.journey().equals(detail.journey())) {
                head.removeAll();
                head.add(headline(detail.journey()));
            }
            if (before == null || !before.trail().equals(detail.trail())) {
                walked.removeAll();
                walked.add(new H3(getTranslation("journeys.trail")), trail(detail));
            }
            about.removeAll();
            about.add(new H3(getTranslation("journeys.about")), facts(detail));
            columns.setVisible(true);
            picture.show(detail);
            askForPicture(detail.journey());
        }
    }

    /** The trail says all of it too: without the drawing the page is still whole. */
    private void askForPicture(JourneyRow journey) {
        if (!pictureAsked) {
            pictureAsked = true;
            calls.run(this, () -> drawn(journey), picture::show, failure -> pictureAsked = false);
        }
    }

    /** The version the journey runs through, as it was drawn. */
    private JourneyPicture.Drawn drawn(JourneyRow journey) {
        var bpmn = versions.bpmn(token, journey.workflowId(), journey.version());
        return new JourneyPicture.Drawn(bpmn, catalogue.blocks(token));
    }

    private void mark(String block) {
        if (trail != null) {
            trail.mark(block);
        }
    }

    private void choose(String block) {
        mark(block);
        picture.select(block);
    }

    private Component trail(JourneyDetail detail) {
        trail = detail.trail().isEmpty() ? null : new Trail(detail.trail(), this::choose);
        return trail == null ? Texts.soft(getTranslation("journeys.starting")) : trail;
    }

    private Div headline(JourneyRow journey) {
        var title = new H2(WorkflowNavigation.toDrawing(journey.workflowName(), journey.workflowId()));
        var who = new Paragraph(contact(journey));
        var words = new Div(new Div(title, JourneyState.draw(this, journey.state())), who);
        words.addClassName("us-one-title");
        var actions = new Div();
        actions.addClassName("us-actions");
        for (var action : JourneyAction.values()) {
            if (action.fits(journey.state())) {
                actions.add(button(action));
            }
        }
        var headline = new Div(words, actions);
        headline.addClassName("us-one-head");
        why(journey).ifPresent(headline::add);
        return headline;
    }

    private RouterLink contact(JourneyRow journey) {
        return ContactNavigation.contact(names.of(journey.contactId(), journey.contactLabel()), journey.contactId());
    }

    private Optional<Paragraph> why(JourneyRow journey) {
        var end = journey.end();
        if (journey.failure() != null) {
            return Optional.of(lead(journey.failure().text(), "us-bad"));
        }
        if (end == null) {
            return Optional.empty();
        }
        return Optional.of(
                end.block() == null
                        ? lead(end.text(), "us-quiet")
                        : lead(getTranslation("journeys.stopped-at", end.words(), end.text()), "us-quiet"));
    }

    private static Paragraph lead(String text, String look) {
        var lead = new Paragraph(text);
        lead.addClassNames("us-lead", look);
        return lead;
    }

    private Button button(JourneyAction action) {
        var key = "journeys." + action.path();
        var button = new Button(
                getTranslation(key),
                click -> new Confirmation(
                                getTranslation(key + ".title"),
                                getTranslation(key + ".what"),
                                getTranslation(key),
                                () -> ask(() -> journeys.act(token, id, action)))
                        .open());
        button.setId("journey-" + action.path());
        if (action == JourneyAction.RETRY) {
            button.addThemeVariants(ButtonVariant.PRIMARY);
        }
        return button;
    }

    private FactList facts(JourneyDetail detail) {
        var journey = detail.journey();
        var start = journey.startedBy();
        var event = start.key() == null ? start.eventType() : start.eventType() + " " + start.key();
        var copied = new Span(Texts.code(journey.id()), new Copy(getTranslation("list.copy-id"), journey.id()));
        copied.addClassName("us-with-copy");
        var facts = new FactList()
                .put(
                        getTranslation("list.workflow"),
                        WorkflowNavigation.toDrawing(journey.workflowName(), journey.workflowId()))
                .put(getTranslation("journeys.contact"), contact(journey))
                .put(getTranslation("journeys.event"), EventNavigation.event(event, start.eventId()))
                .put(getTranslation("journeys.started"), new TimeText(journey.startedAt()))
                .put(getTranslation("fact.version"), String.valueOf(journey.version()));
        if (detail.orderId() != null) {
            facts.put(getTranslation("journeys.order"), ContactNavigation.order(detail.orderId()));
        }
        var end = journey.end();
        if (end != null) {
            facts.put(getTranslation("journeys.ended"), new TimeText(end.at()));
            if (end.eventId() != null) {
                var by = end.eventType() == null ? end.eventId() : end.eventType();
                facts.put(getTranslation("journeys.ended-by"), EventNavigation.event(by, end.eventId()));
            }
        }
        return facts.put(getTranslation("fact.id"), copied);
    }
}
