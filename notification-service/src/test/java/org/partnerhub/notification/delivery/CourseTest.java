package org.partnerhub.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.partnerhub.contracts.decision.DecisionAnswer.Missing;
import org.partnerhub.contracts.directory.Directory.Channel;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled.Outcome;
import org.partnerhub.contracts.identity.DecisionId;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.GroundKind;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.notification.delivery.AttemptOutcome.Delivered;
import org.partnerhub.notification.delivery.AttemptOutcome.Failed;
import org.partnerhub.notification.delivery.AttemptOutcome.Fault;
import org.partnerhub.notification.delivery.AttemptOutcome.Gone;
import org.partnerhub.notification.delivery.AttemptOutcome.NotPermitted;
import org.partnerhub.notification.delivery.AttemptOutcome.Postponed;
import org.partnerhub.notification.delivery.AttemptOutcome.TurnedAway;
import org.partnerhub.notification.delivery.AttemptOutcome.Unknown;
import org.partnerhub.support.events.Trail;

class CourseTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration AGE_LIMIT = Duration.ofDays(3);
    private static final Decided ON_CONSENT = new Decided(DecisionId.fresh(), GroundKind.EXPLICIT_CONSENT);

    private final Course course = new Course(
            new BackOff(Duration.ofSeconds(5), Duration.ofMinutes(15), new Random(7)),
            AGE_LIMIT,
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void deliveredIsTheEnd() {
        Next next = course.after(webhook(Duration.ZERO), new Delivered(ON_CONSENT, "ab", "CASE-1"));

        assertThat(next.state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(next.told()).isEqualTo(Outcome.DELIVERED);
        assertThat(next.contentHash()).isEqualTo("ab");
        assertThat(next.decision()).isEqualTo(ON_CONSENT.decision());
    }

    @Test
    void whatMayHaveArrivedIsToldAsUnknownAndTriedAgain() {
        Next next = course.after(webhook(Duration.ZERO), new Unknown(ON_CONSENT, "ab", "timeout", null));

        assertThat(next.state()).isEqualTo(DeliveryState.DUE);
        assertThat(next.told()).isEqualTo(Outcome.UNKNOWN);
        assertThat(next.contentHash()).isEqualTo("ab");
        assertThat(next.after()).isBetween(Duration.ofMillis(2500), Duration.ofSeconds(5));
    }

    @Test
    void aRecipientThatAsksForTimeGetsItUpToAnHour() {
        assertThat(course.after(webhook(Duration.ZERO), failed(ON_CONSENT, Duration.ofMinutes(10)))
                        .after())
                .isEqualTo(Duration.ofMinutes(10));
        assertThat(course.after(webhook(Duration.ZERO), failed(ON_CONSENT, Duration.ofDays(10)))
                        .after())
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void whatIsTooOldIsGivenUp() {
        Next next = course.after(webhook(AGE_LIMIT.plusSeconds(1)), failed(ON_CONSENT, null));

        assertThat(next.state()).isEqualTo(DeliveryState.GIVEN_UP);
        assertThat(next.told()).isEqualTo(Outcome.GIVEN_UP);
        assertThat(next.reason()).isEqualTo("too-old");
    }

    @ParameterizedTest
    @EnumSource(
            value = GroundKind.class,
            names = {"STATUTORY_DUTY", "VITAL_INTERESTS"})
    void aDutyAndALifeNeverExpire(GroundKind ground) {
        var decided = new Decided(DecisionId.fresh(), ground);
        Delivery old = webhook(Duration.ofDays(400));

        assertThat(course.after(old, failed(decided, null)).state()).isEqualTo(DeliveryState.DUE);
        assertThat(course.after(old, new TurnedAway(decided, "ab", "recipient-answered-404"))
                        .state())
                .isEqualTo(DeliveryState.MANUAL);
    }

    @Test
    void turnedAwayOnConsentIsGivenUp() {
        Next next = course.after(webhook(Duration.ZERO), new TurnedAway(ON_CONSENT, "ab", "recipient-answered-404"));

        assertThat(next.state()).isEqualTo(DeliveryState.GIVEN_UP);
        assertThat(next.contentHash()).as("it left all the same").isEqualTo("ab");
    }

    @ParameterizedTest
    @EnumSource(
            value = Missing.class,
            names = {"CONSENT", "AGREEMENT", "RELEASE"})
    void refusedForNowIsParkedNamingWhatIsMissing(Missing missing) {
        Next next = course.after(webhook(Duration.ZERO), new NotPermitted(DecisionId.fresh(), missing, "some-rule"));

        assertThat(next.state()).isEqualTo(DeliveryState.PARKED);
        assertThat(next.told()).isEqualTo(Outcome.PARKED);
        assertThat(next.missing()).isEqualTo(missing);
    }

    @Test
    void refusedForGoodIsRefused() {
        Next next = course.after(
                webhook(Duration.ZERO), new NotPermitted(DecisionId.fresh(), Missing.NOTHING, "some-rule"));

        assertThat(next.state()).isEqualTo(DeliveryState.REFUSED);
        assertThat(next.reason()).isEqualTo("some-rule");
    }

    @Test
    void whatWasNeverDecidedIsToldToNobodyAndIsNoFailure() {
        Next next = course.after(webhook(AGE_LIMIT.multipliedBy(2)), new Postponed("decision-unavailable"));

        assertThat(next.state()).isEqualTo(DeliveryState.DUE);
        assertThat(next.told()).isNull();
        assertThat(next.failed()).isFalse();
    }

    @Test
    void contentThatIsGoneIsGivenUp() {
        assertThat(course.after(webhook(Duration.ZERO), new Gone(ON_CONSENT, "content-gone"))
                        .state())
                .isEqualTo(DeliveryState.GIVEN_UP);
    }

    @Test
    void aMailboxItemStaysWhereItIsUntilItIsCollected() {
        Delivery waiting = delivery(Channel.MAILBOX, DeliveryState.WAITING, AGE_LIMIT.multipliedBy(3));

        assertThat(course.after(waiting, failed(ON_CONSENT, null)).state()).isEqualTo(DeliveryState.WAITING);
        assertThat(course.after(waiting, new Postponed("x")).state()).isEqualTo(DeliveryState.WAITING);
        assertThat(course.after(waiting, new Delivered(ON_CONSENT, "ab", null)).state())
                .isEqualTo(DeliveryState.COLLECTED);
    }

    @Test
    void whatWasCollectedOnceIsNotParkedWhenItMayNotBeReadAgain() {
        Delivery collected = delivery(Channel.MAILBOX, DeliveryState.COLLECTED, Duration.ZERO);

        Next next = course.after(collected, new NotPermitted(DecisionId.fresh(), Missing.CONSENT, "no-consent"));

        assertThat(next.state()).isEqualTo(DeliveryState.COLLECTED);
        assertThat(next.told()).isNull();
    }

    private static AttemptOutcome failed(Decided decided, @Nullable Duration retryAfter) {
        return new Failed(decided, "recipient-unreachable", Fault.RECIPIENT, retryAfter);
    }

    private static Delivery webhook(Duration age) {
        return delivery(Channel.WEBHOOK, DeliveryState.SENDING, age);
    }

    private static Delivery delivery(Channel channel, DeliveryState state, Duration age) {
        return new Delivery(
                DeliveryId.fresh(),
                PersonId.fresh(),
                new RecipientId("mash-cambridgeshire"),
                new Purpose("safeguarding"),
                Set.of(Category.IDENTITY),
                new Source(Source.Kind.REFERRAL, UUID.randomUUID()),
                null,
                channel,
                state,
                1,
                0,
                null,
                Trail.NONE,
                NOW.minus(age),
                NOW.minus(age));
    }
}
