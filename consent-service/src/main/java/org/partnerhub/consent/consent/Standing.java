package org.partnerhub.consent.consent;

import java.time.LocalDate;
import org.partnerhub.contracts.identity.ConsentId;

/** How somebody's consent stands for one purpose, recipient and category. */
public sealed interface Standing {

    /**
     * It may go, in reliance on this consent.
     *
     * @param until its last day
     */
    record Given(ConsentId consent, LocalDate until) implements Standing {}

    record Refused() implements Standing {}

    /** Two holders of parental responsibility disagree. */
    record Disputed() implements Standing {}

    record Withdrawn() implements Standing {}

    record Expired() implements Standing {}

    /** There is a consent for this purpose, but not for this recipient. */
    record ForOtherRecipients() implements Standing {}

    /** There is a consent for this purpose and recipient, but not for this category. */
    record ForOtherCategories() implements Standing {}

    record Missing() implements Standing {}
}
