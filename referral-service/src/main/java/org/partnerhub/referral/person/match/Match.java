package org.partnerhub.referral.person.match;

import java.util.List;
import org.partnerhub.contracts.identity.PersonId;

/** What came of looking for the person described. */
public sealed interface Match {

    /**
     * It is surely this one.
     *
     * @param linkedTo the id, before any merge, whose description fits best
     */
    record Sure(PersonId person, PersonId linkedTo) implements Match {}

    /** It may be one of these; somebody has to look. */
    record Doubtful(List<Lookalike> lookalikes) implements Match {}

    /** Nobody like that is known. */
    record Nobody() implements Match {}

    /**
     * Somebody who may be the one described.
     *
     * @param weight in bits; 0 is as likely as not
     */
    record Lookalike(PersonId person, PersonId linkedTo, double weight, List<Doubt> doubts) {
        public Lookalike {
            doubts = List.copyOf(doubts);
        }
    }
}
