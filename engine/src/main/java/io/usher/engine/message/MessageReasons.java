package io.usher.engine.message;

import io.usher.engine.shared.Sentence;

/** Why messages are in their states. */
public final class MessageReasons {

    private static final String TOPIC = "message";

    public static final Sentence STORED = Sentence.of(TOPIC, "stored");
    public static final Sentence TRY_LATER = Sentence.of(TOPIC, "try-later", "tries", "answer");
    public static final Sentence DATABASE_AWAY = Sentence.of(TOPIC, "database-away");
    public static final Sentence SENT_AGAIN = Sentence.of(TOPIC, "sent-again", "by");
    public static final Sentence HANDING_OVER = Sentence.of(TOPIC, "handing-over");
    public static final Sentence HANDED_OVER = Sentence.of(TOPIC, "handed-over", "answer");
    public static final Sentence WITHDRAWN = Sentence.of(TOPIC, "withdrawn", "because");

    public static final Sentence JOURNEY_ENDED = Sentence.of(TOPIC, "journey-ended");
    public static final Sentence BLOCK_SKIPPED = Sentence.of(TOPIC, "block-skipped");

    public static final Sentence NO_CONSENT = Sentence.of(TOPIC, "no-consent", "channel");
    public static final Sentence NO_UNSUBSCRIBE_PAGE = Sentence.of(TOPIC, "no-unsubscribe-page");
    public static final Sentence EMPTY_SUBJECT = Sentence.of(TOPIC, "empty-subject");
    public static final Sentence NO_CONNECTION = Sentence.of(TOPIC, "no-mail-server");
    public static final Sentence UNREADABLE_SECRET = Sentence.of(TOPIC, "unreadable-secret", "connection");
    public static final Sentence NO_SENDER = Sentence.of(TOPIC, "no-sender-address");
    public static final Sentence SAMPLE_ADDRESS = Sentence.of(TOPIC, "sample-address", "address");
    public static final Sentence NO_ADDRESS = Sentence.of(TOPIC, "no-address");
    public static final Sentence BAD_ADDRESS = Sentence.of(TOPIC, "bad-address", "address");

    public static final Sentence REFUSED = Sentence.of(TOPIC, "refused", "answer");
    public static final Sentence TOO_MANY_TRIES = Sentence.of(TOPIC, "too-many-tries", "tries", "answer");
    public static final Sentence BAD_HEADER = Sentence.of(TOPIC, "bad-header", "problem");
    public static final Sentence NO_CONTENT = Sentence.of(TOPIC, "no-content");

    public static final Sentence NO_ANSWER = Sentence.of(TOPIC, "no-answer", "answer");
    public static final Sentence LEASE_ENDED = Sentence.of(TOPIC, "lease-ended");

    private MessageReasons() {}
}
