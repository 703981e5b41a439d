package io.usher.engine.account;

import io.usher.engine.account.Caller.Scope;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a call asks of its caller, by name; each handler names one ({@link Needs}). A scope is a set of them, and so is a role.
 */
public enum Right {
    EVENT_SEND("event.send", Scope.SEND),
    ORDER_SEND("order.send", Scope.SEND),
    BLOCK_READ("block.read", Scope.READ),
    CHANNEL_READ("channel.read", Scope.READ),
    CONNECTION_READ("connection.read", Scope.READ),
    CONSENT_READ("consent.read", Scope.READ),
    CONTACT_READ("contact.read", Scope.READ),
    EVENT_READ("event.read", Scope.READ),
    EVENT_TYPE_READ("event-type.read", Scope.READ),
    JOB_READ("job.read", Scope.READ),
    JOURNEY_READ("journey.read", Scope.READ),
    ME_READ("me.read", Scope.READ),
    MESSAGE_READ("message.read", Scope.READ),
    METRICS_READ("metrics.read", Scope.READ),
    ORDER_READ("order.read", Scope.READ),
    SEGMENT_READ("segment.read", Scope.READ),
    SETTINGS_READ("settings.read", Scope.READ),
    WORKFLOW_READ("workflow.read", Scope.READ),
    CONNECTION_EDIT("connection.edit", Scope.MANAGE),
    CONSENT_EDIT("consent.edit", Scope.MANAGE),
    CONSENT_PURPOSE_EDIT("consent-purpose.edit", Scope.MANAGE),
    CONTACT_EDIT("contact.edit", Scope.MANAGE),
    CONTACT_EXPORT("contact.export", Scope.MANAGE),
    EVENT_REPAIR("event.repair", Scope.MANAGE),
    EVENT_TYPE_EDIT("event-type.edit", Scope.MANAGE),
    JOB_CANCEL("job.cancel", Scope.MANAGE),
    JOURNEY_REPAIR("journey.repair", Scope.MANAGE),
    JOURNEY_STOP("journey.stop", Scope.MANAGE),
    MESSAGE_SEND("message.send", Scope.MANAGE),
    ORDER_REPAIR("order.repair", Scope.MANAGE),
    SEGMENT_EDIT("segment.edit", Scope.MANAGE),
    SEGMENT_FILL("segment.fill", Scope.MANAGE),
    SETTINGS_EDIT("settings.edit", Scope.MANAGE),
    WORKFLOW_ACTIVATE("workflow.activate", Scope.MANAGE),
    WORKFLOW_ARCHIVE("workflow.archive", Scope.MANAGE),
    WORKFLOW_EDIT("workflow.edit", Scope.MANAGE),
    WORKFLOW_PAUSE("workflow.pause", Scope.MANAGE),
    AUDIT_READ("audit.read", Scope.PEOPLE),
    KEY_MANAGE("key.manage", Scope.PEOPLE),
    KEY_READ("key.read", Scope.PEOPLE),
    ME_EDIT("me.edit", Scope.PEOPLE),
    SECURITY_LOG_READ("security-log.read", Scope.PEOPLE);

    private final String key;
    private final Scope scope;

    Right(String key, Scope scope) {
        this.key = key;
        this.scope = scope;
    }

    /** Its name in the API, for example {@code workflow.activate}. */
    public String key() {
        return key;
    }

    /** The scopes that hold it. */
    public Set<Scope> scopes() {
        return switch (scope) {
            case SEND, READ -> EnumSet.of(scope, Scope.MANAGE);
            case MANAGE, PEOPLE -> EnumSet.of(scope);
        };
    }
}
