package org.partnerhub.fhir.reception.http;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.fhir.exchange.Exchange;
import org.partnerhub.fhir.exchange.store.Exchanges;
import org.partnerhub.fhir.exchange.store.ReceivedMessages;
import org.partnerhub.fhir.exchange.store.ReceivedMessages.Pair;
import org.partnerhub.fhir.message.IncomingMessage;
import org.partnerhub.fhir.message.MessageRefused;
import org.springframework.stereotype.Component;

/** Takes a message once: claims its pair of ids, passes it on, and settles or releases the claim. */
@Component
class MessageReception {

    private final Exchanges exchanges;
    private final ReceivedMessages received;
    private final Referrals referrals;
    private final Stays stays;

    MessageReception(Exchanges exchanges, ReceivedMessages received, Referrals referrals, Stays stays) {
        this.exchanges = exchanges;
        this.received = received;
        this.referrals = referrals;
        this.stays = stays;
    }

    /**
     * The referral that the message was about or became; nothing where it was about a stay.
     *
     * @throws MessageRefused where it is not taken; the same pair may then come again
     */
    Optional<ReferralId> take(IncomingMessage message, Pair pair, String token) {
        return switch (received.claim(pair, message.id())) {
            case OURS -> passOrRelease(message, pair, token);
            case IN_HAND ->
                throw new MessageRefused(
                        503,
                        "REC_SERVICE_UNAVAILABLE",
                        "transient",
                        "The message is being taken; send it again shortly.");
            case TAKEN ->
                throw new MessageRefused(
                        409,
                        "REC_CONFLICT",
                        "duplicate",
                        "The message was taken before; send a new one under a new id.");
        };
    }

    /** Whatever goes wrong, the pair may come again: referral-service takes one idempotency key, or one answer, once. */
    private Optional<ReferralId> passOrRelease(IncomingMessage message, Pair pair, String token) {
        boolean passed = false;
        try {
            Optional<ReferralId> referral = pass(message, pair, token);
            received.settle(pair, referral.orElse(null));
            passed = true;
            return referral;
        } finally {
            if (!passed) {
                received.release(pair);
            }
        }
    }

    private Optional<ReferralId> pass(IncomingMessage message, Pair pair, String token) {
        return switch (message) {
            case IncomingMessage.NewReferral referral -> Optional.of(referrals.send(referral, pair.request(), token));
            case IncomingMessage.Update update -> {
                ReferralId referral = sentBefore(update.referral(), pair);
                referrals.update(referral, update, pair.request(), token);
                yield Optional.of(referral);
            }
            case IncomingMessage.Cancellation cancellation -> {
                ReferralId referral = sentBefore(cancellation.referral(), pair);
                referrals.cancel(referral, cancellation, token);
                yield Optional.of(referral);
            }
            case IncomingMessage.StayTold stay -> {
                stays.store(stay, pair.partner());
                yield Optional.empty();
            }
            case IncomingMessage.Answer answer -> {
                Answered answered = answered(answer);
                referrals.answer(answered.referral(), answered.recipient(), answer, token);
                yield Optional.of(answered.referral());
            }
        };
    }

    /** By the hub's reference, else by the correlation id, which BaRS keeps for everything about one referral. */
    private ReferralId sentBefore(@Nullable String reference, Pair pair) {
        return uuid(reference)
                .map(ReferralId::new)
                .or(() -> received.referralOf(pair.partner(), pair.correlation()))
                .orElseThrow(MessageRefused::notFound);
    }

    /** By the id of the hub's message, else by the referral's reference where only one message went out about it. */
    private Answered answered(IncomingMessage.Answer answer) {
        return uuid(answer.answers())
                .flatMap(exchanges::of)
                .or(() -> uuid(answer.referral()).flatMap(this::onlyAbout))
                .flatMap(MessageReception::referralOf)
                .orElseThrow(MessageRefused::notFound);
    }

    private Optional<Exchange> onlyAbout(UUID referral) {
        List<Exchange> about = exchanges.about(new ReferralId(referral));
        return about.size() == 1 ? Optional.of(about.getFirst()) : Optional.empty();
    }

    private static Optional<Answered> referralOf(Exchange exchange) {
        ReferralId referral = exchange.referral();
        return referral == null ? Optional.empty() : Optional.of(new Answered(referral, exchange.recipient()));
    }

    private static Optional<UUID> uuid(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    private record Answered(ReferralId referral, RecipientId recipient) {}
}
