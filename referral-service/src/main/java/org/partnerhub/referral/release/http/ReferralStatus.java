package org.partnerhub.referral.release.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.content.Disclosure.Withheld;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.identity.DecisionId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.referral.referral.AskedRecipient;
import org.partnerhub.referral.referral.Delivery;
import org.partnerhub.referral.referral.HistoryEntry;
import org.partnerhub.referral.referral.Kind;
import org.partnerhub.referral.referral.MissingWords;
import org.partnerhub.referral.referral.OpenQuestion;
import org.partnerhub.referral.referral.Progress;
import org.partnerhub.referral.referral.TaskState;

/**
 * How a referral stands. Where that may not be told only the ids are there, and {@code withheld} says why.
 *
 * @param decision the log entry that allowed it
 * @param questions asks that wait for a person
 */
record ReferralStatus(
        ReferralId id,
        PersonId person,
        PartnerId sender,
        Instant receivedAt,
        @Nullable ConsentId consent,
        @Nullable Kind kind,
        @Nullable Progress state,
        @Nullable List<Recipient> recipients,
        @Nullable List<OpenQuestion> questions,
        @Nullable List<Happened> history,
        @Nullable List<Withheld> withheld,
        @Nullable DecisionId decision,
        Map<String, String> links) {

    /** One recipient of it. */
    record Recipient(
            RecipientId recipient,
            Purpose purpose,
            TaskState state,
            Delivery delivery,
            @Nullable String missing,
            @Nullable String ask,
            @Nullable String reason,
            @Nullable String betterPlace,
            @Nullable String outcome,
            @Nullable Instant dueBy,
            @Nullable Instant answerBy,
            @Nullable String escalatedTo,
            List<String> needs,
            String pathway,
            String whyHere,
            String deliveryId,
            List<Happened> history) {

        static Recipient of(AskedRecipient asked, List<HistoryEntry> history) {
            return new Recipient(
                    asked.recipient(),
                    asked.purpose(),
                    asked.state(),
                    asked.told(),
                    asked.missing(),
                    MissingWords.of(asked),
                    asked.reason(),
                    asked.betterPlace(),
                    asked.outcome(),
                    asked.dueBy(),
                    asked.answerBy(),
                    asked.escalatedTo(),
                    asked.needs(),
                    asked.pathway(),
                    asked.whyHere(),
                    asked.delivery().toString(),
                    history.stream()
                            .filter(entry -> asked.recipient().equals(entry.recipient()))
                            .map(Happened::of)
                            .toList());
        }
    }

    /** One thing that happened. */
    record Happened(String state, @Nullable String reason, String by, Instant at) {

        static Happened of(HistoryEntry entry) {
            return new Happened(entry.happened(), entry.reason(), HistoryEntry.shown(entry.actor()), entry.at());
        }
    }
}
