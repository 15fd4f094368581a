package org.partnerhub.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerhub.referral.referral.Asked.camhs;
import static org.partnerhub.referral.referral.Asked.settled;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled.Outcome;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.referral.referral.Answer.Says;
import org.partnerhub.referral.referral.AskedRecipient.Move;

class AskedRecipientTest {

    @Test
    void aRejectionKeepsItsReasonAndTheBetterPlace() {
        Answer answer = new Answer(
                new RecipientId("cpft-camhs"),
                Says.REJECTED,
                "not-eligible",
                "early-help-hub-cambridgeshire",
                null,
                null,
                null,
                null);

        assertThat(camhs(TaskState.REQUESTED, Delivery.DELIVERED).answered(answer))
                .isInstanceOfSatisfying(Move.Moved.class, moved -> {
                    assertThat(moved.now().state()).isEqualTo(TaskState.REJECTED);
                    assertThat(moved.now().reason()).isEqualTo("not-eligible");
                    assertThat(moved.now().betterPlace()).isEqualTo("early-help-hub-cambridgeshire");
                });
    }

    @Test
    void aRejectionWithoutReasonIsNotTaken() {
        assertThat(camhs(TaskState.REQUESTED, Delivery.DELIVERED).answered(says(Says.REJECTED, null)))
                .isEqualTo(new Move.ReasonMissing());
    }

    @ParameterizedTest
    @EnumSource(Says.class)
    void nothingMovesWhatIsOver(Says says) {
        assertThat(camhs(TaskState.COMPLETED, Delivery.DELIVERED).answered(says(says, "whatever")))
                .isEqualTo(new Move.NotFrom(TaskState.COMPLETED));
    }

    @Test
    void theSameAnswerTwiceNamesThePresentState() {
        assertThat(camhs(TaskState.ACCEPTED, Delivery.DELIVERED).answered(says(Says.ACCEPTED, null)))
                .isEqualTo(new Move.NotFrom(TaskState.ACCEPTED));
    }

    @Test
    void moreInformationHoldsItWithTheReason() {
        assertThat(camhs(TaskState.REQUESTED, Delivery.DELIVERED).answered(says(Says.MORE_INFORMATION, "gp-unknown")))
                .isInstanceOfSatisfying(
                        Move.Moved.class,
                        moved -> assertThat(moved.now().state()).isEqualTo(TaskState.ON_HOLD));
    }

    @Test
    void whatWasDeliveredStaysDelivered() {
        AskedRecipient delivered = camhs(TaskState.REQUESTED, Delivery.DELIVERED);

        assertThat(delivered.settled(settled(Outcome.FAILED, 2, null, "timeout")))
                .isSameAs(delivered);
    }

    @Test
    void theNewsOfAnOlderAttemptChangesNothing() {
        AskedRecipient second =
                camhs(TaskState.REQUESTED, Delivery.REQUESTED).settled(settled(Outcome.PARKED, 2, "consent", null));

        assertThat(second.settled(settled(Outcome.FAILED, 1, null, "timeout"))).isSameAs(second);
    }

    @Test
    void whatIsParkedNamesWhatIsMissingAndMayNotBeKnown() {
        AskedRecipient parked =
                camhs(TaskState.REQUESTED, Delivery.REQUESTED).settled(settled(Outcome.PARKED, 1, "consent", null));

        assertThat(parked.told()).isEqualTo(Delivery.PARKED);
        assertThat(parked.missing()).isEqualTo("consent");
        assertThat(parked.mayKnow()).isFalse();
        assertThat(parked.state()).isEqualTo(TaskState.REQUESTED);
    }

    @Test
    void whatWasParkedIsDeliveredLater() {
        AskedRecipient parked =
                camhs(TaskState.REQUESTED, Delivery.REQUESTED).settled(settled(Outcome.PARKED, 1, "consent", null));

        AskedRecipient delivered = parked.settled(settled(Outcome.DELIVERED, 2, null, null));

        assertThat(delivered.told()).isEqualTo(Delivery.DELIVERED);
        assertThat(delivered.missing()).isNull();
        assertThat(delivered.mayKnow()).isTrue();
    }

    @Test
    void whatIsGivenUpHasFailedAndSaysWhy() {
        AskedRecipient given =
                camhs(TaskState.REQUESTED, Delivery.FAILED).settled(settled(Outcome.GIVEN_UP, 9, null, "too-old"));

        assertThat(given.state()).isEqualTo(TaskState.FAILED);
        assertThat(given.reason()).isEqualTo("too-old");
    }

    @Test
    void aRecipientThatAnsweredBeforeItsReceiptArrivedKeepsItsAnswer() {
        AskedRecipient accepted =
                camhs(TaskState.ACCEPTED, Delivery.REQUESTED).settled(settled(Outcome.GIVEN_UP, 9, null, "too-old"));

        assertThat(accepted.state()).isEqualTo(TaskState.ACCEPTED);
    }

    @Test
    void whatIsReplayedAndArrivesIsAskedAgainWithAFreshTimeToAnswer() {
        AskedRecipient given = camhs(TaskState.REQUESTED, Delivery.FAILED)
                .answerBy(Instant.EPOCH)
                .settled(settled(Outcome.GIVEN_UP, 9, null, "too-old"));

        AskedRecipient arrived = given.settled(settled(Outcome.DELIVERED, 10, null, null));

        assertThat(arrived.isReopenedSince(given)).isTrue();
        assertThat(arrived.state()).isEqualTo(TaskState.REQUESTED);
        assertThat(arrived.reason()).isNull();
        assertThat(arrived.answerBy()).isNull();
    }

    @Test
    void lateNewsOfTheAttemptThatWasTheLastReopensNothing() {
        AskedRecipient given =
                camhs(TaskState.REQUESTED, Delivery.FAILED).settled(settled(Outcome.GIVEN_UP, 9, null, "too-old"));

        assertThat(given.settled(settled(Outcome.FAILED, 9, null, "timeout"))).isSameAs(given);
    }

    @Test
    void whatWaitsInTheMailboxAgainMayBeAnswered() {
        AskedRecipient waiting = camhs(TaskState.REQUESTED, Delivery.WAITING_IN_MAILBOX)
                .settled(settled(Outcome.GIVEN_UP, 1, null, "too-old"))
                .settled(settled(Outcome.WAITING_IN_MAILBOX, 1, null, null));

        assertThat(waiting.answered(says(Says.ACCEPTED, null))).isInstanceOf(Move.Moved.class);
    }

    @Test
    void whatTheRecipientItselfSaidHasFailedIsNotAskedAgain() {
        AskedRecipient failed = camhs(TaskState.FAILED, Delivery.UNKNOWN);

        AskedRecipient later = failed.settled(settled(Outcome.GIVEN_UP, 2, null, "too-old"))
                .settled(settled(Outcome.DELIVERED, 3, null, null));

        assertThat(later.state()).isEqualTo(TaskState.FAILED);
    }

    private static Answer says(Says says, @Nullable String reason) {
        return new Answer(new RecipientId("cpft-camhs"), says, reason, null, null, null, null, null);
    }
}
