package io.usher.engine.message.internal;

import io.usher.connectors.channel.Capabilities;
import io.usher.connectors.channel.Connection;
import io.usher.connectors.channel.Connector;
import io.usher.connectors.channel.Delivery;
import io.usher.connectors.channel.Email;
import io.usher.connectors.channel.Envelope;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Mail that a function takes, of kind {@code smtp}. */
public record FakeConnector(Function<Envelope<Email>, Delivery> server) implements Connector<Email> {

    @Override
    public String kind() {
        return "smtp";
    }

    @Override
    public String channel() {
        return Email.CHANNEL;
    }

    @Override
    public Class<Email> content() {
        return Email.class;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(false, false, Duration.ofSeconds(1), 0);
    }

    @Override
    public Set<String> settings() {
        return Set.of("host");
    }

    @Override
    public Set<String> secrets() {
        return Set.of("password");
    }

    @Override
    public Set<String> bindingSettings() {
        return Set.of("host");
    }

    @Override
    public List<Flaw> check(Connection connection) {
        return connection.settings().containsKey("host") ? List.of() : List.of(new Flaw("host", "host", "no host"));
    }

    @Override
    public List<Flaw> checkSender(String address) {
        return List.of();
    }

    @Override
    public Answer test(Connection connection) {
        return new Answer(true, "220 well");
    }

    @Override
    public Delivery deliver(Connection connection, Envelope<Email> envelope) {
        return server.apply(envelope);
    }
}
