package org.partnerhub.referral.person;

/** What came of merging two people, or of taking that back. */
public sealed interface MergeOutcome {

    record Done(Merge merge) implements MergeOutcome {}

    /** They are remembered as two. */
    record Kept() implements MergeOutcome {}

    /** They were one before. */
    record AlreadyOne() implements MergeOutcome {}

    record AlreadyUndone() implements MergeOutcome {}

    /** Somebody settled it before. */
    record AlreadySettled() implements MergeOutcome {}

    /** There is no such person or merge. */
    record NobodyKnown() implements MergeOutcome {}
}
