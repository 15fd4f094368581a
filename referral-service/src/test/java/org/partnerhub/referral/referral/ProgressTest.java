package org.partnerhub.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerhub.referral.referral.Asked.camhs;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final AskedRecipient DELIVERED = camhs(TaskState.REQUESTED, Delivery.DELIVERED);
    private static final AskedRecipient PARKED = camhs(TaskState.REQUESTED, Delivery.PARKED);
    private static final AskedRecipient ACCEPTED = camhs(TaskState.ACCEPTED, Delivery.DELIVERED);
    private static final AskedRecipient COMPLETED = camhs(TaskState.COMPLETED, Delivery.DELIVERED);

    @Test
    void beforeRoutingItIsReceived() {
        assertThat(Progress.of(List.of(), 0)).isEqualTo(Progress.RECEIVED);
    }

    @Test
    void whereEverythingWaitsItIsParked() {
        assertThat(Progress.of(List.of(), 1)).isEqualTo(Progress.PARKED);
        assertThat(Progress.of(List.of(PARKED), 0)).isEqualTo(Progress.PARKED);
        assertThat(Progress.of(List.of(DELIVERED, PARKED), 0)).isEqualTo(Progress.PARKED);
    }

    @Test
    void onItsWayItIsSent() {
        assertThat(Progress.of(List.of(DELIVERED), 0)).isEqualTo(Progress.SENT);
    }

    @Test
    void oneRecipientAtWorkIsProgress() {
        assertThat(Progress.of(List.of(ACCEPTED, PARKED), 0)).isEqualTo(Progress.IN_PROGRESS);
    }

    @Test
    void itIsFinishedWhenEveryRecipientIs() {
        assertThat(Progress.of(List.of(COMPLETED, camhs(TaskState.REJECTED, Delivery.DELIVERED)), 0))
                .isEqualTo(Progress.FINISHED);
        assertThat(Progress.of(List.of(COMPLETED, DELIVERED), 0)).isEqualTo(Progress.SENT);
        assertThat(Progress.of(List.of(COMPLETED), 1)).isEqualTo(Progress.PARKED);
    }
}
