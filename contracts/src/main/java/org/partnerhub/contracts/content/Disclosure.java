package org.partnerhub.contracts.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * @param ended in a withdrawal: what was shared before, on the consent that has ended; otherwise absent
 * @param checkpoint the latest signed checkpoint of the disclosure log, for the receiver to witness
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
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
        @Nullable Ended ended,
        @Nullable String checkpoint) {

    /** Anything but a withdrawal. */
    public Disclosure(
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
        this(
                delivery,
                kind,
                reference,
                subject,
                recipient,
                purpose,
                decision,
                disclosedAt,
                content,
                withheld,
                null,
                checkpoint);
    }

    /**
     * A category that was left out.
     *
     * @param reasons plain sentences, one for each rule that withheld it
     */
    public record Withheld(Category category, List<String> reasons) {}

    /** What a holder was given before on a consent that has ended (UK GDPR Article 19): no personal data. */
    public record Ended(Purpose purpose, Set<Category> categories, Instant firstAt, Instant lastAt) {

        public Ended {
            categories = Set.copyOf(categories);
        }
    }

    @Override
    public String toString() {
        return "Disclosure[" + delivery + ", " + kind + "]";
    }
}
