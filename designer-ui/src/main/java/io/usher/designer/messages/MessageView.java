package io.usher.designer.messages;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.usher.designer.account.SignedIn;
import io.usher.designer.contacts.ContactNavigation;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.journeys.JourneyNavigation;
import io.usher.designer.list.BackLink;
import io.usher.designer.list.Confirmation;
import io.usher.designer.list.Copy;
import io.usher.designer.list.FactList;
import io.usher.designer.list.Notice;
import io.usher.designer.list.Skeleton;
import io.usher.designer.list.Texts;
import io.usher.designer.list.TimeText;
import io.usher.designer.workflows.WorkflowNavigation;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One message: exactly what is sent, why it is where it is, and everything that became of it. */
@Route("message")
@PermitAll
class MessageView extends Div implements HasDynamicTitle, HasUrlParameter<String> {

    private final EngineCalls calls;
    private final MessageClient messages;
    private final SessionToken token;
    private final Notice notice = new Notice();
    private final Skeleton skeleton = new Skeleton();
    private final Div content = new Div();
    private String id = "";

    MessageView(EngineCalls calls, MessageClient messages, AuthenticationContext authentication) {
        this.calls = calls;
        this.messages = messages;
        token = authentication
                .getAuthenticatedUser(SignedIn.class)
                .orElseThrow()
                .token();
        addClassNames("us-page", "us-one");
        var back = new BackLink(getTranslation("messages.all"), MessagesView.class);
        content.addClassName("us-one-content");
        add(back, notice, skeleton, content);
        skeleton.show(true);
        addAttachListener(attached -> ask(() -> messages.find(token, id)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("messages.one");
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        id = parameter;
    }

    private void ask(Supplier<Message> call) {
        notice.clear();
        calls.run(this, call, this::draw, failure -> {
            skeleton.hide();
            notice.show(failure, () -> ask(call));
        });
    }

    private void draw(Message message) {
        skeleton.hide();
        content.removeAll();
        var sent = section("messages.content", body(message));
        var about = section("messages.about", facts(message));
        var changes = Objects.requireNonNullElse(message.history(), List.<Message.Change>of());
        var beside = new Div(about, section("messages.history", history(changes)));
        beside.addClassName("us-stack");
        var columns = new Div(sent, beside);
        columns.addClassName("us-columns");
        content.add(headline(message), columns);
    }

    private Div headline(Message message) {
        var subject = message.subject().isBlank() ? getTranslation("messages.no-subject") : message.subject();
        var words = new Div(
                new Div(new H2(subject), MessageState.draw(this, message.state())),
                new Paragraph(
                        new Span(getTranslation("messages.to") + " "),
                        ContactNavigation.contact(message.whom(), message.contactId())));
        words.addClassName("us-one-title");
        var actions = new Div();
        actions.addClassName("us-actions");
        if (MessageState.HELD.is(message.state())) {
            actions.add(send("held", false));
        } else if (MessageState.UNCERTAIN.is(message.state())) {
            actions.add(send("uncertain", true));
        }
        var headline = new Div(words, actions);
        headline.addClassName("us-one-head");
        if (!MessageState.HANDED_OVER.is(message.state())) {
            var why = new Paragraph(message.reason().text());
            why.addClassNames("us-lead", look(message.state()));
            headline.add(why);
        }
        return headline;
    }

    /** Only what waits for somebody calls for attention. */
    private static String look(String state) {
        if (MessageState.REFUSED.is(state)) {
            return "us-bad";
        }
        return MessageState.HELD.is(state) || MessageState.UNCERTAIN.is(state) ? "us-calm" : "us-quiet";
    }

    private Button send(String state, boolean mayArriveTwice) {
        var key = "messages.send." + state;
        var button = new Button(
                getTranslation(key),
                click -> new Confirmation(
                                getTranslation(key + ".title"),
                                getTranslation(key + ".what"),
                                getTranslation(key),
                                () -> ask(() -> messages.send(token, id, mayArriveTwice)))
                        .open());
        button.setId("send");
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private Component body(Message message) {
        var html = message.html();
        var text = message.text();
        var body = new Div();
        body.addClassName("us-stack");
        if (html != null && !html.isBlank()) {
            body.add(new HtmlPreview(html));
        }
        if (text != null && !text.isBlank()) {
            var plain = new Pre(text);
            plain.addClassName("us-plain");
            body.add(Texts.soft(getTranslation("messages.plain")), plain);
        }
        if (body.getComponentCount() == 0) {
            body.add(Texts.soft(getTranslation("messages.no-content")));
        }
        return body;
    }

    private FactList facts(Message message) {
        var from = Stream.of(message.fromName(), message.from())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        var copied = new Span(Texts.code(message.id()), new Copy(getTranslation("list.copy-id"), message.id()));
        copied.addClassName("us-with-copy");
        return new FactList()
                .put(getTranslation("messages.to"), ContactNavigation.contact(message.whom(), message.contactId()))
                .put(getTranslation("messages.from"), from)
                .put(getTranslation("messages.kind"), kind(message.kind()))
                .put(
                        getTranslation("list.workflow"),
                        WorkflowNavigation.toDrawing(message.workflowName(), message.workflowId()))
                .put(
                        getTranslation("journeys.one"),
                        JourneyNavigation.journey(getTranslation("events.journey"), message.journeyId()))
                .put(getTranslation("messages.when"), new TimeText(message.createdAt()))
                .put(getTranslation("messages.attempts"), String.valueOf(message.attempts()))
                .put(getTranslation("fact.id"), copied);
    }

    private String kind(String kind) {
        return switch (kind) {
            case "transactional" -> getTranslation("messages.kind.transactional");
            case "marketing" -> getTranslation("messages.kind.marketing");
            default -> kind;
        };
    }

    private OrderedList history(List<Message.Change> changes) {
        var list = new OrderedList();
        list.addClassName("us-history");
        for (var change : changes) {
            list.add(new ListItem(
                    new Div(MessageState.draw(this, change.state()), new TimeText(change.at())),
                    new Paragraph(change.reason().text())));
        }
        return list;
    }

    private Section section(String title, Component inside) {
        var section = new Section(new H3(getTranslation(title)), inside);
        section.addClassName("us-section");
        return section;
    }
}
