package io.usher.engine.embedded;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Who has signed in on which connection, by MongoDB's SASL commands; one conversation at a time for each connection. */
final class SignIns {
    private static final String MECHANISM = "SCRAM-SHA-256";
    private static final int CONVERSATION = 1;
    private static final int AUTHENTICATION_FAILED = 18;
    /** MongoDB's own figure; drivers refuse less than 4096. */
    private static final int ITERATIONS = 15_000;

    private static final AttributeKey<Conversation> STATE = AttributeKey.valueOf(SignIns.class, "conversation");

    private final SecureRandom random = new SecureRandom();
    private final ScramCredential credential;

    private enum Step {
        FIRST_DONE,
        PROVED,
        SIGNED_IN
    }

    private record Conversation(ScramExchange exchange, boolean skipsEmpty, Step step) {
        Conversation at(Step next) {
            return new Conversation(exchange, skipsEmpty, next);
        }
    }

    SignIns(String user, String password) {
        this.credential = ScramCredential.of(user, password, bytes(28), ITERATIONS);
    }

    boolean signedIn(Channel channel) {
        Conversation conversation = channel.attr(STATE).get();
        return conversation != null && conversation.step() == Step.SIGNED_IN;
    }

    /** Adds to the answer of {@code hello} what a driver asked about signing in, so that it need not ask again. */
    Document greet(Channel channel, Document query, Document answer) {
        if (query.containsKey("saslSupportedMechs")) {
            answer.put("saslSupportedMechs", List.of(MECHANISM));
        }
        if (query.get("speculativeAuthenticate") instanceof Document start && !signedIn(channel)) {
            begin(channel, start).ifPresent(begun -> answer.put("speculativeAuthenticate", begun));
        }
        return answer;
    }

    Document start(Channel channel, Document query) {
        return begin(channel, query).orElseGet(() -> refuse(channel));
    }

    Document proceed(Channel channel, Document query) {
        Conversation conversation = channel.attr(STATE).get();
        if (conversation == null || !Integer.valueOf(CONVERSATION).equals(query.get("conversationId"))) {
            return refuse(channel);
        }
        return switch (conversation.step()) {
            case FIRST_DONE -> prove(channel, conversation, text(query));
            case PROVED -> signIn(channel, conversation, "");
            case SIGNED_IN -> refuse(channel);
        };
    }

    void signOut(Channel channel) {
        channel.attr(STATE).set(null);
    }

    private Optional<Document> begin(Channel channel, Document query) {
        signOut(channel);
        if (!MECHANISM.equals(query.get("mechanism"))) {
            return Optional.empty();
        }
        var exchange = new ScramExchange(credential, Base64.getEncoder().encodeToString(bytes(24)));
        boolean skipsEmpty = query.get("options") instanceof Document options
                && Boolean.TRUE.equals(options.get("skipEmptyExchange"));
        return exchange.first(text(query)).map(answer -> {
            channel.attr(STATE).set(new Conversation(exchange, skipsEmpty, Step.FIRST_DONE));
            return answer(answer, false);
        });
    }

    private Document prove(Channel channel, Conversation conversation, String message) {
        Optional<String> signature = conversation.exchange().last(message);
        if (signature.isEmpty()) {
            return refuse(channel);
        }
        if (conversation.skipsEmpty()) {
            return signIn(channel, conversation, signature.get());
        }
        channel.attr(STATE).set(conversation.at(Step.PROVED));
        return answer(signature.get(), false);
    }

    private static Document signIn(Channel channel, Conversation conversation, String message) {
        channel.attr(STATE).set(conversation.at(Step.SIGNED_IN));
        return answer(message, true);
    }

    private Document refuse(Channel channel) {
        signOut(channel);
        return Refusal.of(AUTHENTICATION_FAILED, "AuthenticationFailed", "Authentication failed.");
    }

    private static Document answer(String message, boolean done) {
        return new Document("conversationId", CONVERSATION)
                .append("done", done)
                .append("payload", new BinData(message.getBytes(StandardCharsets.UTF_8)))
                .append("ok", 1.0);
    }

    private static String text(Document query) {
        return switch (query.get("payload")) {
            case BinData data -> new String(data.getData(), StandardCharsets.UTF_8);
            case byte[] data -> new String(data, StandardCharsets.UTF_8);
            case null, default -> "";
        };
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
