package io.usher.engine.platform.zeebe;

/** The broker has looked at what was asked for and says that it is wrong; its message is the broker's. */
public final class BrokerRefusedException extends RuntimeException {

    public BrokerRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
