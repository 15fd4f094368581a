package org.partnerhub.referral.story;

import java.util.List;
import org.partnerhub.contracts.identity.PersonId;

/** What came of adding to a story. */
public sealed interface Addition {

    /** Kept; also the answer to the same key and body again. */
    record Added(PersonId person, List<Contribution> contributions) implements Addition {
        public Added {
            contributions = List.copyOf(contributions);
        }
    }

    /** There is no such person, or the partner has nothing to do with them: which of the two is not said. */
    record NobodyOfYours() implements Addition {}

    record KeyUsedForOtherBody() implements Addition {}

    /** There is no such contribution of this partner to this story, or it is of another form. */
    record NotYoursToCorrect() implements Addition {}

    /** Another stands in its place already. */
    record CorrectedAlready() implements Addition {}

    /** Somebody leads, and the hand-over does not name them. */
    record SomebodyLeads() implements Addition {}
}
