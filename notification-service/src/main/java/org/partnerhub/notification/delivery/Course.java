package org.partnerhub.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.decision.DecisionAnswer.Missing;
import org.partnerhub.contracts.directory.Directory.Channel;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled.Outcome;
import org.partnerhub.notification.delivery.AttemptOutcome.Delivered;
import org.partnerhub.notification.delivery.AttemptOutcome.Failed;
import org.partnerhub.notification.delivery.AttemptOutcome.Gone;
import org.partnerhub.notification.delivery.AttemptOutcome.NotPermitted;
import org.partnerhub.notification.delivery.AttemptOutcome.Postponed;
import org.partnerhub.notification.delivery.AttemptOutcome.TurnedAway;
import org.partnerhub.notification.delivery.AttemptOutcome.Unknown;

/** What follows from an attempt: sent, tried again later, parked, refused, given up or left to a person. */
public final class Course {

    private static final Duration LONGEST_REQUESTED_WAIT = Duration.ofHours(1);

    private final BackOff backOff;
    private final Duration ageLimit;
    private final Clock clock;

    /**
     * A course with one back-off and one age limit.
     *
     * @param ageLimit how old a delivery may become; statutory and vital ones have no limit
     */
    public Course(BackOff backOff, Duration ageLimit, Clock clock) {
        this.backOff = backOff;
        this.ageLimit = ageLimit;
        this.clock = clock;
    }

    public Next after(Delivery delivery, AttemptOutcome outcome) {
        return switch (outcome) {
            case Delivered it ->
                Next.ended(arrived(delivery), Outcome.DELIVERED, it.decided().decision(), null)
                        .sent(it.contentHash(), it.acknowledgement());
            case TurnedAway it -> turnedAway(it);
            case Unknown it ->
                retried(delivery, it.decided(), Outcome.UNKNOWN, it.reason(), it.retryAfter())
                        .sent(it.contentHash(), null);
            case Failed it -> retried(delivery, it.decided(), Outcome.FAILED, it.reason(), it.retryAfter());
            case Gone it ->
                Next.ended(
                        DeliveryState.GIVEN_UP, Outcome.GIVEN_UP, it.decided().decision(), it.reason());
            case NotPermitted it -> notPermitted(delivery, it);
            case Postponed it -> Next.again(open(delivery), backOff.after(1), null, null, it.reason());
        };
    }

    private static DeliveryState arrived(Delivery delivery) {
        if (delivery.channel() != Channel.MAILBOX) {
            return DeliveryState.DELIVERED;
        }
        return delivery.state() == DeliveryState.ACKNOWLEDGED ? DeliveryState.ACKNOWLEDGED : DeliveryState.COLLECTED;
    }

    /** A duty is not lifted by a recipient that turns it away: a person takes it there. */
    private static Next turnedAway(TurnedAway it) {
        Next next = it.decided().neverExpires()
                ? Next.ended(DeliveryState.MANUAL, Outcome.MANUAL, it.decided().decision(), it.reason())
                : Next.ended(
                        DeliveryState.GIVEN_UP, Outcome.GIVEN_UP, it.decided().decision(), it.reason());
        return next.sent(it.contentHash(), null);
    }

    private Next retried(
            Delivery delivery, Decided decided, Outcome told, String reason, @Nullable Duration requestedWait) {
        if (isTooOld(delivery) && !decided.neverExpires() && delivery.channel() != Channel.MAILBOX) {
            return Next.ended(DeliveryState.GIVEN_UP, Outcome.GIVEN_UP, decided.decision(), "too-old");
        }
        Duration wait = backOff.after(delivery.failures() + 1);
        if (requestedWait != null && requestedWait.compareTo(wait) > 0) {
            wait = requestedWait.compareTo(LONGEST_REQUESTED_WAIT) < 0 ? requestedWait : LONGEST_REQUESTED_WAIT;
        }
        return Next.again(open(delivery), wait, told, decided.decision(), reason);
    }

    /** A mailbox item stays where it is until its partner comes again. */
    private static DeliveryState open(Delivery delivery) {
        return delivery.channel() == Channel.MAILBOX ? delivery.state() : DeliveryState.DUE;
    }

    private boolean isTooOld(Delivery delivery) {
        return Duration.between(delivery.freshAt(), Instant.now(clock)).compareTo(ageLimit) > 0;
    }

    private static Next notPermitted(Delivery delivery, NotPermitted it) {
        if (delivery.state() == DeliveryState.COLLECTED || delivery.state() == DeliveryState.ACKNOWLEDGED) {
            return Next.kept(delivery.state(), it.decision(), it.missing(), it.reason());
        }
        if (it.missing() == Missing.NOTHING) {
            return Next.ended(DeliveryState.REFUSED, Outcome.REFUSED, it.decision(), it.reason());
        }
        return new Next(
                DeliveryState.PARKED,
                null,
                Outcome.PARKED,
                it.decision(),
                null,
                null,
                it.missing(),
                it.reason(),
                false);
    }
}
