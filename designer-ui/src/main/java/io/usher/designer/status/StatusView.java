package io.usher.designer.status;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.usher.designer.account.SignedIn;
import io.usher.designer.channels.ChannelClient;
import io.usher.designer.engine.AccountClient;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.EngineProperties;
import io.usher.designer.engine.EngineState;
import io.usher.designer.engine.EngineState.Away;
import io.usher.designer.engine.EngineState.Running;
import io.usher.designer.engine.EngineState.Unknown;
import io.usher.designer.engine.EngineState.Waiting;
import io.usher.designer.engine.EngineWatch;
import io.usher.designer.engine.HealthClient;
import io.usher.designer.engine.Person;
import io.usher.designer.look.EngineParts;
import io.usher.designer.look.Icon;
import io.usher.designer.look.StatusDot;
import jakarta.annotation.security.PermitAll;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.info.BuildProperties;

/** What is running, where, in which version, and who is signed in. */
@Route("status")
@PermitAll
class StatusView extends Div implements HasDynamicTitle {

    private final AccountClient account;
    private final HealthClient health;
    private final EngineCalls calls;
    private final SignedIn signedIn;
    private final StatusDot dot = new StatusDot();
    private final H2 sentence = new H2();
    private final Paragraph more = new Paragraph();
    private final House house;
    private final PartFacts person = new PartFacts();
    private final ChannelClient channels;
    private final MailFacts mail = new MailFacts();
    private volatile Person known;

    StatusView(
            AccountClient account,
            HealthClient health,
            EngineCalls calls,
            ChannelClient channels,
            EngineWatch watch,
            EngineProperties properties,
            AuthenticationContext authentication,
            BuildProperties build) {
        this.account = account;
        this.health = health;
        this.calls = calls;
        this.channels = channels;
        signedIn = authentication.getAuthenticatedUser(SignedIn.class).orElseThrow();
        known = signedIn.person();
        addClassNames("us-page", "us-status");

        var headline = new Div(dot, sentence, more);
        headline.addClassName("us-headline");
        house = new House(properties, Objects.toString(build.getVersion()), Addresses.here());
        add(
                headline,
                house,
                beside(
                        section("status.mail", mail),
                        section("status.person", person),
                        section("status.developers", links(properties))));
        show(known);
        watch.show(this, state -> {
            house.show(state);
            show(state);
        });
        calls.watch(this, this::news, this::show);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("status.title");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        calls.run(this, () -> health.health(signedIn.token()), house::showDetails, failure -> {
            // the watch says already how the engine is
        });
        calls.run(this, () -> channels.mail(signedIn.token()), mail::show, failure -> {
            // the watch says already that the engine is away
        });
        calls.run(this, () -> account.me(signedIn.token()), this::show, failure -> {
            // the watch says already that the engine is away; what was known stays
        });
    }

    /** Health is open to everybody, so only this call notices that the session has ended. */
    private Optional<Person> news() {
        return Optional.of(account.me(signedIn.token())).filter(person -> !person.equals(known));
    }

    private void show(EngineState state) {
        dot.show(StatusDot.of(state));
        sentence.setText(
                switch (state) {
                    case Unknown unknown -> getTranslation("status.looking");
                    case Running running -> getTranslation("status.running");
                    case Waiting waiting ->
                        getTranslation("status.waiting", EngineParts.names(this, waiting.waitsFor()));
                    case Away away -> getTranslation("status.away");
                });
        more.setText(
                switch (state) {
                    case Unknown unknown -> getTranslation("status.looking.more");
                    case Running running -> getTranslation("status.running.more");
                    case Waiting waiting -> getTranslation("status.waiting.more");
                    case Away away -> getTranslation("status.away.more");
                });
    }

    private void show(Person now) {
        known = now;
        person.clear();
        person.put(getTranslation("fact.name"), now.name())
                .put(getTranslation("fact.workspace"), now.workspace().name());
    }

    private Div links(EngineProperties properties) {
        var links = new Div(
                link("status.swagger", properties.link("/swagger-ui.html")),
                link("status.openapi", properties.link("/v3/api-docs")),
                link("status.health", properties.link("/actuator/health")));
        links.addClassName("us-links");
        return links;
    }

    private Anchor link(String text, String address) {
        var link = new Anchor(address, "", AnchorTarget.BLANK);
        link.getElement().setAttribute("rel", "noopener");
        link.add(new Span(getTranslation(text)), Icon.LINK.draw());
        link.setId(text.replace('.', '-'));
        return link;
    }

    private Section section(String title, Component content) {
        var section = new Section(new H3(getTranslation(title)), content);
        section.addClassName("us-section");
        return section;
    }

    private static Div beside(Section... sections) {
        var row = new Div(sections);
        row.addClassName("us-beside");
        return row;
    }
}
