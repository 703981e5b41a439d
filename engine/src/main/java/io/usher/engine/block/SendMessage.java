package io.usher.engine.block;

import static io.usher.engine.shared.Reason.text;

import com.sanctionco.jmail.JMail;
import io.usher.connectors.channel.Address;
import io.usher.connectors.channel.Email;
import io.usher.engine.contact.Contact;
import io.usher.engine.contact.Contacts;
import io.usher.engine.contact.Identifier;
import io.usher.engine.message.MessageHistory;
import io.usher.engine.message.MessageReasons;
import io.usher.engine.message.Messages;
import io.usher.engine.message.NewMessage;
import io.usher.engine.message.NewMessage.Kind;
import io.usher.engine.message.RenderException;
import io.usher.engine.message.Renderer;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.words.Sentences;
import io.usher.engine.platform.words.Wording;
import io.usher.engine.rule.Facts;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.Sentence;
import io.usher.engine.workflow.spi.ActionBlock;
import io.usher.engine.workflow.spi.BlockDescription;
import io.usher.engine.workflow.spi.BlockDescription.Drawn;
import io.usher.engine.workflow.spi.BlockDescription.Field;
import io.usher.engine.workflow.spi.BlockDescription.Ways;
import io.usher.engine.workflow.spi.Outcome;
import io.usher.engine.workflow.spi.Settings;
import io.usher.engine.workflow.spi.Visit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Renders an e-mail on data of the moment and stores it in the outbox, from where it is delivered. */
@Component
class SendMessage implements ActionBlock {

    private static final Sentence QUEUED = Sentence.of("send-message", "queued", "subject", "to");
    private static final Sentence QUEUED_WITHOUT_SUBJECT = Sentence.of("send-message", "queued-without-subject", "to");
    private static final Sentence NO_ADDRESS = Sentence.of("send-message", "no-address");
    private static final Sentence BAD_ADDRESS = Sentence.of("send-message", "bad-address", "to");
    private static final Sentence MOVED_ON = Sentence.of("send-message", "moved-on");
    private static final Sentence TEMPLATE = Sentence.of("send-message", "template", "field", "problem");

    /** What templates can use; an order that is not there is an empty one. */
    static final List<String> ROOTS =
            List.of("event", "start", "contact", "order", "segment", "consent", "message", "memory");

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final int MAX_TEMPLATE = 100_000;
    private static final List<String> LINES = List.of("to", "from", "fromName", "subject");
    private static final List<String> TEXTS = List.of("html", "text");

    private static final BlockDescription DESCRIPTION = new BlockDescription(
            "send-message",
            "Send message",
            "Sends an e-mail. Templates are Liquid: {{ contact.firstName }}, {{ order.items[0].name }}, {{ event.city"
                    + " }}, {{ event[\"order.id\"] }}, {{ order.totalCost | money }}, {{ event.at | date: \"%A %e %B,"
                    + " %H:%M\" }}. Times, days and amounts are written in the contact's time zone and language.",
            "{subject}",
            "message",
            "envelope",
            Drawn.SERVICE_TASK,
            "usher.send",
            Ways.ONE,
            List.of(
                    Field.choice("channel", "Channel", "How it reaches the contact", "email", "E-mail")
                            .byDefault("email")
                            .optional(),
                    Field.choice(
                            "kind",
                            "Kind",
                            "Marketing needs the contact's consent; transactional is what the contact asked for,"
                                    + " such as a confirmation",
                            "transactional",
                            "Transactional",
                            "marketing",
                            "Marketing"),
                    template("to", "To", "Leave empty for the contact's e-mail address", 1_000)
                            .optional(),
                    template("from", "From", "Leave empty for the usual sender", 1_000)
                            .optional(),
                    template("fromName", "Sender name", "Shown beside the address", 1_000)
                            .optional(),
                    template("subject", "Subject", "One line. Without a subject the e-mail is held", 2_000),
                    Field.of(
                                    "html",
                                    "Content",
                                    "HTML. Inserted values are shown as text, unless you add | raw",
                                    BlockDescription.Kind.HTML_TEMPLATE)
                            .within(1, MAX_TEMPLATE),
                    template("text", "Plain text", "Leave empty to make it from the content", MAX_TEMPLATE)
                            .optional()));

    private final Facts facts;
    private final Renderer renderer;
    private final Contacts contacts;
    private final Messages messages;
    private final MessageHistory history;
    private final Wording english;

    SendMessage(
            Facts facts,
            Renderer renderer,
            Contacts contacts,
            Messages messages,
            MessageHistory history,
            Sentences sentences) {
        this.facts = facts;
        this.renderer = renderer;
        this.contacts = contacts;
        this.messages = messages;
        this.history = history;
        this.english = sentences.english();
    }

    private static Field template(String name, String label, String help, long longest) {
        return Field.of(name, label, help, BlockDescription.Kind.TEMPLATE).within(1, longest);
    }

    @Override
    public BlockDescription description() {
        return DESCRIPTION;
    }

    @Override
    public List<SettingProblem> check(Settings settings) {
        var problems = new ArrayList<SettingProblem>();
        LINES.forEach(name -> settings.text(name)
                .map(renderer::checkLine)
                .ifPresent(wrong -> problems.addAll(problems(name, wrong))));
        TEXTS.forEach(name ->
                settings.text(name).map(renderer::check).ifPresent(wrong -> problems.addAll(problems(name, wrong))));
        return problems;
    }

    private static List<SettingProblem> problems(String name, List<String> wrong) {
        return wrong.stream()
                .map(sentence -> new SettingProblem(name, "template", sentence))
                .toList();
    }

    @Override
    public Outcome run(Visit visit) {
        NewMessage message;
        try {
            message = render(visit, Async.value(facts.tree(visit.facts(), ROOTS)));
        } catch (TemplateException e) {
            return new Outcome.Failed(TEMPLATE.with(text(e.field()), text(String.valueOf(e.getMessage()))));
        }
        if (message.to().isEmpty()) {
            return notSent(message, MessageReasons.NO_ADDRESS.with(), NO_ADDRESS.with());
        }
        if (!JMail.isValid(message.to())) {
            return notSent(
                    message, MessageReasons.BAD_ADDRESS.with(text(message.to())), BAD_ADDRESS.with(text(message.to())));
        }
        if (!visit.markSent()) {
            return new Outcome.NotYet(MOVED_ON.with(), LOOK_AGAIN);
        }
        Async.await(messages.store(message));
        var subject = message.content().title();
        return new Outcome.GoOn(
                subject.isEmpty()
                        ? QUEUED_WITHOUT_SUBJECT.with(text(message.to()))
                        : QUEUED.with(text(subject), text(message.to())));
    }

    private Outcome notSent(NewMessage message, Reason reason, Reason did) {
        Async.await(history.storeDropped(message, reason));
        return new Outcome.GoOn(did);
    }

    private NewMessage render(Visit visit, Map<String, @Nullable Object> model) {
        var template = new Templates(visit.settings(), Renderer.Context.of(model, visit.zone(), visit.language()));
        var to = template.line("to", "To");
        return new NewMessage(
                NewMessage.idOf(visit.key()),
                visit.workspace(),
                visit.settings().text("kind", "").equals("transactional") ? Kind.TRANSACTIONAL : Kind.MARKETING,
                visit.contact(),
                new NewMessage.Origin(
                        visit.journey(),
                        visit.workflow(),
                        visit.workflowName(),
                        visit.version(),
                        visit.block(),
                        visit.pass()),
                to.isEmpty() ? address(visit) : to,
                Email.of(
                        sender(template.line("from", "From"), template.line("fromName", "Sender name")),
                        template.line("subject", "Subject"),
                        template.html("html", "Content"),
                        orNull(template.text("text", "Plain text"))));
    }

    /** Under another name only, when there is no address. */
    private static @Nullable Address sender(String from, String fromName) {
        return from.isBlank() && fromName.isBlank() ? null : new Address(from.isBlank() ? "" : from, orNull(fromName));
    }

    private String address(Visit visit) {
        Contact contact = Async.await(contacts.find(visit.workspace(), visit.contact()));
        return contact == null ? "" : contact.identifier(Identifier.Kind.EMAIL).orElse("");
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text;
    }

    /** Renders the settings, each empty one as nothing; a complaint names its field. */
    private final class Templates {

        private final Settings settings;
        private final Renderer.Context context;

        Templates(Settings settings, Renderer.Context context) {
            this.settings = settings;
            this.context = context;
        }

        String line(String name, String label) {
            return rendered(name, label, template -> renderer.line(template, context));
        }

        String text(String name, String label) {
            return rendered(name, label, template -> renderer.text(template, context));
        }

        String html(String name, String label) {
            return rendered(name, label, template -> renderer.html(template, context));
        }

        private String rendered(String name, String label, UnaryOperator<String> render) {
            try {
                return settings.text(name).map(render).orElse("");
            } catch (RenderException e) {
                throw new TemplateException(label, String.valueOf(e.getMessage()));
            }
        }
    }

    private static final class TemplateException extends RuntimeException {

        private final String field;

        TemplateException(String field, String message) {
            super(message, null, false, false);
            this.field = field;
        }

        String field() {
            return field;
        }
    }
}
