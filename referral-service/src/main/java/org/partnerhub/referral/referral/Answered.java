package org.partnerhub.referral.referral;

import org.partnerhub.contracts.sharing.RecipientId;

/** What came of a recipient's answer. */
public sealed interface Answered {

    record Taken(TaskState now) implements Answered {}

    /** The present state does not allow it; nothing changed. */
    record NotFrom(TaskState present) implements Answered {}

    /** It must say why; nothing changed. */
    record ReasonMissing() implements Answered {}

    /** A family has one lead professional: another recipient of this transfer has taken it; nothing changed. */
    record TakenElsewhere(RecipientId by) implements Answered {}

    /** The caller runs no recipient of it, or none that was told. */
    record NotYours() implements Answered {}
}
