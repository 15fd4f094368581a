package org.partnerhub.consent.log;

import java.util.Locale;

/** What an entry can be; the catalogue is docs/audit-events.md. */
public enum EntryKind {
    /** Something may go, wholly or in part. */
    DECISION,
    /** Nothing may go. */
    REFUSAL,
    /** How an attempt to disclose ended. */
    DISCLOSURE,
    CONSENT_GIVEN,
    CONSENT_REFUSED,
    CONSENT_WITHDRAWN,
    /** A withdrawal is in force everywhere: nothing is under way on that consent any more. */
    WITHDRAWAL_ACKNOWLEDGED,
    AGREEMENT_CHANGED,
    OFFICER_LOOKED,
    CHECKPOINTS_STOPPED,
    CHECKPOINTS_RESUMED,
    VALUE_ERASED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
