package org.partnerhub.referral.attachment;

import java.util.UUID;
import org.partnerhub.contracts.identity.PersonId;

/** What came of adding a file. */
public sealed interface Filing {

    /** Kept, to be scanned; also the answer to the same key and file again. */
    record Filed(UUID id, PersonId person) implements Filing {}

    /** There is no such person, or the partner has nothing to do with them: which of the two is not said. */
    record NobodyOfYours() implements Filing {}

    record KeyUsedForOtherFile() implements Filing {}
}
