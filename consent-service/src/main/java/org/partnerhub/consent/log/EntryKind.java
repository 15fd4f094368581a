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
    CONSENT_RENEWED,
    CONSENT_NARROWED,
    /** Its first day came. */
    CONSENT_BEGUN,
    /** Its last day was over. */
    CONSENT_EXPIRED,
    CONSENT_WITHDRAWN,
    /** A withdrawal, narrowing or later refusal is in force everywhere: nothing is under way on what it ended. */
    WITHDRAWAL_ACKNOWLEDGED,
    AGREEMENT_CHANGED,
    /** An agreement ends soon or has ended, or is to be reviewed; said once for each. */
    AGREEMENT_LAPSING,
    /** Two people were found to be one; their records are read together from here on. */
    PERSON_MERGED,
    /** A merge was undone; their records are read apart again. */
    PERSON_UNMERGED,
    /** An officer authorised sharing without consent. */
    OVERRIDE_AUTHORISED,
    /** A different officer upheld it, or did not. */
    OVERRIDE_REVIEWED,
    /** Nobody reviewed it in time. */
    OVERRIDE_ESCALATED,
    /** A named person let go of something about somebody whose whereabouts are protected. */
    RELEASE_GIVEN,
    RELEASE_ENDED,
    /** What was told of somebody was past its time and is deleted. */
    RECORDS_DELETED,
    OFFICER_LOOKED,
    /** An officer drew an audit sample. */
    SAMPLE_DRAWN,
    /** An officer answered its checklist for one entry. */
    SAMPLE_FINDING,
    /** Somebody asked about their own records, or for somebody about theirs. */
    REQUEST_RECEIVED,
    REQUEST_EXTENDED,
    REQUEST_ANSWERED,
    /** What the hub holds about a person was made ready to be handed over. */
    PACK_MADE,
    /** Something that was told of a person is part of a breach; one entry for each person. */
    BREACH_REPORTED,
    CHECKPOINTS_STOPPED,
    CHECKPOINTS_RESUMED,
    VALUE_ERASED;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
