package org.partnerhub.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.identity.DecisionId;
import org.partnerhub.contracts.identity.OverrideId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.identity.ReleaseId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/** What happened, as the services tell each other. No event carries personal data; its type is its routing key. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface HubEvent {

    /** A referral was stored; referral-service itself records its consent and routes it. */
    record ReferralReceived(ReferralId referral) implements HubEvent {}

    /** An admission, transfer, discharge or cancellation was stored; notification-service itself works out what follows. */
    record AdmissionReceived(UUID message) implements HubEvent {}

    /**
     * Something is to go to a recipient, if it may.
     *
     * @param request the delivery's id to be; the same request twice is one delivery
     * @param source {@code referral/UUID}, {@code feedback/UUID}, {@code stay/UUID} or {@code withdrawal/UUID}
     * @param partner the partner it comes from, who is told the outcome
     * @param dueBy when the recipient must have it, where a rule says so
     */
    record DisclosureRequested(
            UUID request,
            PersonId subject,
            RecipientId recipient,
            Purpose purpose,
            Set<Category> categories,
            String source,
            PartnerId partner,
            @Nullable Instant dueBy)
            implements HubEvent {}

    /**
     * How an attempt to disclose ended; appended to the log, told to the referrer.
     *
     * @param attempt the attempt, counted from 1
     * @param decision the decision it rested on; absent where none was reached
     * @param contentHash lower-case hex SHA-256 of what was sent
     * @param missing what it waits for, where it is parked
     * @param reason a stable code, such as {@code recipient-refused} or {@code no-agreement}
     */
    record DisclosureSettled(
            UUID delivery,
            int attempt,
            String source,
            PersonId subject,
            RecipientId recipient,
            Purpose purpose,
            @Nullable DecisionId decision,
            Outcome outcome,
            @Nullable String contentHash,
            @Nullable String missing,
            @Nullable String reason,
            Instant settledAt)
            implements HubEvent {

        public enum Outcome {
            /** The partner acknowledged it. */
            DELIVERED,
            /** Waiting in the partner's mailbox; the content is decided again when it is collected. */
            WAITING_IN_MAILBOX,
            /** Decided against, and nothing would change that. */
            REFUSED,
            /** Waiting for a consent, an agreement or a release. */
            PARKED,
            /** This attempt failed before anything left; it will be tried again. */
            FAILED,
            /** It may or may not have arrived; it is tried again only under a new permit. */
            UNKNOWN,
            /** Given up: too old, or the recipient refuses it for good. */
            GIVEN_UP,
            /** Waiting for an operator to send it by hand. */
            MANUAL
        }
    }

    /** A consent applies from now on: it was recorded or renewed, or its first day came. */
    record ConsentGiven(ConsentId consent, PersonId subject) implements HubEvent {}

    /** A refusal applies from now on: what waits for consent is dropped and the referrer told. */
    record ConsentRefused(ConsentId consent, PersonId subject) implements HubEvent {}

    /**
     * A consent ended before its time.
     *
     * @param holdings what was shared in reliance on it before, for those who hold it to be told
     */
    record ConsentWithdrawn(ConsentId consent, PersonId subject, List<Holding> holdings) implements HubEvent {}

    /**
     * A consent goes on for less than before.
     *
     * @param holdings what was shared in reliance on the part that ended, for those who hold it to be told
     */
    record ConsentNarrowed(ConsentId consent, PersonId subject, List<Holding> holdings) implements HubEvent {}

    /** Other consents count for the person than before, because records were put together or apart: what waits is decided again. */
    record ConsentsChanged(PersonId subject) implements HubEvent {}

    /** An information sharing agreement with the partner was entered or changed: what waits for one is decided again. */
    record AgreementChanged(PartnerId partner) implements HubEvent {}

    /** A consent's last day is over; what waits about the person is decided again, and asks for a new one. */
    record ConsentExpired(ConsentId consent, PersonId subject) implements HubEvent {}

    /** What one recipient was given in reliance on a consent. */
    record Holding(RecipientId recipient, Purpose purpose, Set<Category> categories, Instant firstAt, Instant lastAt) {}

    /** Sharing without consent was authorised: what waits for consent is decided again. */
    record OverrideAuthorised(OverrideId override, PersonId subject) implements HubEvent {}

    /** A named person released what is protected: what waits for it is decided again. */
    record ReleaseGiven(ReleaseId release, PersonId subject) implements HubEvent {}

    /** A partner or one of its recipients was added, changed or ended. */
    record PartnerChanged(PartnerId partner) implements HubEvent {}

    record PersonMerged(PersonId from, PersonId into) implements HubEvent {}

    record PersonUnmerged(PersonId restored, PersonId from) implements HubEvent {}

    /**
     * What was told of somebody was past its time and is deleted; the disclosure log says so.
     *
     * @param contributions how many parts of the story
     * @param attachments how many files
     */
    record RecordsDeleted(PersonId subject, int contributions, int attachments, Instant deletedAt)
            implements HubEvent {}
}
