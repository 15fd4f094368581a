package org.partnerhub.notification.stay;

import java.util.Locale;

/** What somebody is told about a stay. */
public enum NoticeKind {
    /** The setting said that the stay would be long: s.85(1), s.86(1). */
    INTENTION(true),
    /** Twelve weeks have passed and the setting had said nothing: the hub tells on its own. */
    AUTOMATIC(true),
    /** To the setting: twelve weeks come near. */
    REMINDER(false),
    /** Three months have passed and nobody was told in time: to the setting and the director. */
    BREACH(false),
    /** The child has left: s.85(2), s.86(2). */
    DISCHARGE(true),
    /** Aftercare: Mental Health Act 1983 s.117. */
    AFTERCARE(true),
    /** The child has become an adult in the stay. */
    EIGHTEENTH_BIRTHDAY(true),
    /** The admission was cancelled, or was notified to the wrong council. */
    WITHDRAWN(true),
    /** Nobody acknowledged in time. */
    CHASE(false),
    /** Nor after that. */
    ESCALATION(false),
    /** To the setting: its council has no channel, and an operator takes the notice there. */
    BY_HAND(false);

    private final boolean content;

    NoticeKind(boolean content) {
        this.content = content;
    }

    /** Whether it says who the child is; the others give the reference alone. */
    public boolean hasContent() {
        return content;
    }

    /** The first word about a stay, whoever gave it. */
    public boolean isFirst() {
        return this == INTENTION || this == AUTOMATIC;
    }

    /** Whether a council has to acknowledge it in time. */
    public boolean isAcknowledged() {
        return isFirst() || this == DISCHARGE || this == AFTERCARE;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
