package io.usher.engine.message.internal.rule;

import io.usher.engine.contact.Channel;
import io.usher.engine.contact.Contact;
import io.usher.engine.contact.Contacts;
import io.usher.engine.message.JourneyState;
import io.usher.engine.message.Message;
import io.usher.engine.message.NewMessage.Kind;
import io.usher.engine.message.SendRules;
import io.usher.engine.message.SendVerdict;
import io.usher.engine.message.internal.connection.Route;
import io.usher.engine.message.internal.connection.Routes;
import io.usher.engine.platform.async.Async;
import io.usher.engine.shared.Reason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The one list. A place of {@link SendRules.Place} without a rule here is one whose facts nobody keeps yet. */
@Component
public class RulesInOrder implements SendRules {

    private final List<SendRule> rules;
    private final Contacts contacts;
    private final Routes routes;

    @Autowired
    public RulesInOrder(Contacts contacts, Routes routes, ObjectProvider<JourneyState> journeys) {
        this(
                contacts,
                routes,
                List.of(
                        new JourneyRule(() -> Optional.ofNullable(journeys.getIfAvailable())),
                        new ConsentRule(),
                        WayOutRule.UNSUBSCRIBE_PAGE,
                        WayOutRule.SUBJECT,
                        WayOutRule.CONNECTION,
                        WayOutRule.SENDER,
                        new SampleAddressRule()));
    }

    RulesInOrder(Contacts contacts, Routes routes, List<SendRule> rules) {
        this.contacts = contacts;
        this.routes = routes;
        this.rules = rules;
    }

    /** Of a message that is about to be handed over by this route. */
    public SendVerdict ask(Message message, Route route) {
        return ask(new Question(
                message.channel(),
                message.kind(),
                message.to(),
                route,
                () -> Async.await(contacts.find(message.workspace(), message.contact())),
                message));
    }

    @Override
    public SendVerdict ask(Contact contact, Channel channel, Kind kind, String to) {
        var route = Async.value(routes.route(contact.workspace(), channel, null));
        return ask(new Question(channel, kind, to, route, () -> contact, null));
    }

    private SendVerdict ask(Question question) {
        return rules.stream()
                .map(rule -> rule.ask(question))
                .filter(verdict -> !(verdict instanceof SendVerdict.Go))
                .findFirst()
                .orElseGet(SendVerdict.Go::new);
    }

    /** Everything that holds all messages of a kind by this route, whoever they are for. */
    public List<Reason> holds(Channel channel, Kind kind, Route route) {
        var anybody = new Question(channel, kind, "", route, () -> null, null);
        return rules.stream()
                .filter(rule -> rule.place() == Place.WAY_OUT)
                .map(rule -> rule.ask(anybody))
                .flatMap(verdict ->
                        verdict instanceof SendVerdict.Hold hold ? Stream.of(hold.reason()) : Stream.<Reason>empty())
                .toList();
    }

    @Override
    public List<Place> places() {
        return rules.stream().map(SendRule::place).distinct().toList();
    }
}
