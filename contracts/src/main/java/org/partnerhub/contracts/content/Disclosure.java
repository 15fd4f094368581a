package org.partnerhub.contracts.content;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.DecisionId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/**
 * What a recipient is told: the permitted categories and nothing else. Its JSON form is {@code schema/disclosure.json}.
 *
 * @param delivery the same on every attempt, so that a receiver can drop a repeat
 * @param kind what kind of message: {@code referral}, {@code feedback}, {@code story}, {@code notice}, {@code withdrawal}
 * @param reference the hub's reference of what it is about, such as {@code referral/UUID}
 * @param content per category the values, in the form that schema/disclosure.json gives
 * @param withheld what was left out and why, in words a parent could be told
 * @param checkpoint the latest signed checkpoint of the disclosure log, for the receiver to witness
 */
public record Disclosure(
        UUID delivery,
        String kind,
        String reference,
        PersonId subject,
        RecipientId recipient,
        Purpose purpose,
        DecisionId decision,
        Instant disclosedAt,
        Map<Category, Object> content,
        List<Withheld> withheld,
        @Nullable String checkpoint) {

    /**
     * A category that was left out.
     *
     * @param reasons plain sentences, one for each rule that withheld it
     */
    public record Withheld(Category category, List<String> reasons) {}

    @Override
    public String toString() {
        return "Disclosure[" + delivery + ", " + kind + "]";
    }
}
