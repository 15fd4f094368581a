package org.partnerhub.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerhub.referral.referral.Asked.camhs;
import static org.partnerhub.referral.referral.Asked.settled;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled.Outcome;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.referral.referral.AskedRecipient.Move;
import org.partnerhub.referral.referral.TaskState.Mover;

/** Whatever recipients, senders and deliveries do, in whatever order and however often: the state machine holds. */
class MovesTest {

    private static final List<Answer.Says> SAYS = List.of(Answer.Says.values());
    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());

    /** One thing that somebody tries. */
    record Attempt(int what, int choice, boolean withReason) {

        Move on(AskedRecipient asked) {
            String reason = withReason ? "some-reason" : null;
            return switch (what) {
                case 0 ->
                    asked.answered(new Answer(
                            new RecipientId("cpft-camhs"),
                            SAYS.get(choice % SAYS.size()),
                            reason,
                            null,
                            null,
                            null,
                            null,
                            null));
                case 1 -> asked.cancelled(new Cancellation(null, reason == null ? "" : reason, choice % 2 == 0));
                case 2 -> asked.failed("recipient-gone");
                default ->
                    new Move.Moved(
                            asked.settled(settled(OUTCOMES.get(choice % OUTCOMES.size()), choice, "consent", null)));
            };
        }

        Mover mover() {
            return what == 0 ? Mover.RECIPIENT : what == 1 ? Mover.REQUESTER : Mover.HUB;
        }
    }

    @Property
    @Label("only moves that the table allows to whoever moves are made, and what is over stays as it is")
    void theTableHolds(@ForAll @Size(max = 12) List<@IntRange(max = 127) Integer> script) {
        AskedRecipient asked = camhs(TaskState.REQUESTED, Delivery.REQUESTED);
        for (int step : script) {
            Attempt attempt = new Attempt(step % 4, step / 8, step / 4 % 2 == 0);
            AskedRecipient before = asked;
            switch (attempt.on(before)) {
                case Move.Moved(AskedRecipient now) -> {
                    if (now.isReopenedSince(before)) {
                        assertThat(before.told()).isEqualTo(Delivery.GIVEN_UP);
                        assertThat(now.told()).isNotEqualTo(Delivery.GIVEN_UP);
                        assertThat(now.said()).isEqualTo(Said.NOTHING);
                    } else if (now.state() != before.state()) {
                        assertThat(before.state().nextBy(attempt.mover())).contains(now.state());
                        assertThat(now.reason() != null || !now.state().needsReason())
                                .isTrue();
                    }
                    asked = now;
                }
                case Move.NotFrom(TaskState present) -> assertThat(present).isEqualTo(before.state());
                case Move.ReasonMissing() -> assertThat(attempt.withReason()).isFalse();
            }
            if (before.state().isOver() && !asked.isReopenedSince(before)) {
                assertThat(asked.state()).isEqualTo(before.state());
                assertThat(asked.said()).isEqualTo(before.said());
            }
            if (before.told() == Delivery.DELIVERED) {
                assertThat(asked.told()).isEqualTo(Delivery.DELIVERED);
            }
        }
    }

    @Property
    @Label("what was given up and arrives after all is asked again, whatever the attempts in between came to")
    void aReplayThatArrivesMovesItOn(@ForAll @Size(max = 5) List<@IntRange(max = 127) Integer> between) {
        AskedRecipient asked =
                camhs(TaskState.REQUESTED, Delivery.FAILED).settled(settled(Outcome.GIVEN_UP, 2, null, "too-old"));
        assertThat(asked.state()).isEqualTo(TaskState.FAILED);
        int attempt = 2;
        for (int choice : between) {
            asked = asked.settled(settled(OUTCOMES.get(choice % OUTCOMES.size()), ++attempt, "consent", "some-reason"));
        }

        asked = asked.settled(settled(Outcome.DELIVERED, ++attempt, null, null));

        assertThat(asked.told()).isEqualTo(Delivery.DELIVERED);
        if (between.stream().map(it -> OUTCOMES.get(it % OUTCOMES.size())).noneMatch(it -> it == Outcome.REFUSED)) {
            assertThat(asked.state()).isEqualTo(TaskState.REQUESTED);
            assertThat(asked.answered(new Answer(
                            new RecipientId("cpft-camhs"), Answer.Says.ACCEPTED, null, null, null, null, null, null)))
                    .isInstanceOf(Move.Moved.class);
        }
    }

    @Property
    @Label("the same answer twice has one effect")
    void aRepeatHasNoSecondEffect(@ForAll Answer.Says says) {
        Answer answer = new Answer(new RecipientId("cpft-camhs"), says, "some-reason", null, null, null, null, null);
        if (camhs(TaskState.REQUESTED, Delivery.DELIVERED).answered(answer)
                instanceof Move.Moved(AskedRecipient once)) {
            assertThat(once.answered(answer)).isEqualTo(new Move.NotFrom(once.state()));
        }
    }

    @Property
    @Label("somebody may always end what is not over, and no move reopens what is")
    void nothingIsStuck(@ForAll TaskState state) {
        assertThat(state.nextBy(Mover.REQUESTER).isEmpty()).isEqualTo(state.isOver());
        assertThat(state.nextBy(Mover.RECIPIENT).isEmpty()).isEqualTo(state.isOver());
        assertThat(state.nextBy(Mover.HUB)).isSubsetOf(TaskState.FAILED);
        assertThat(state.next()).allMatch(next -> !next.movers().isEmpty());
    }
}
