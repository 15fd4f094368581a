package org.partnerhub.referral.referral;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/** How a referral stands as a whole: always derived from its recipients, never stored. */
public enum Progress {
    RECEIVED,
    /** Something waits for a consent, an agreement, a release or a person's answer. */
    PARKED,
    SENT,
    IN_PROGRESS,
    FINISHED;

    /**
     * The progress of a referral.
     *
     * @param openQuestions asks that wait for a person to say where they go
     */
    public static Progress of(List<AskedRecipient> recipients, int openQuestions) {
        if (recipients.isEmpty()) {
            return openQuestions == 0 ? RECEIVED : PARKED;
        }
        if (openQuestions == 0 && recipients.stream().allMatch(it -> it.state().isOver())) {
            return FINISHED;
        }
        if (recipients.stream()
                .anyMatch(it -> it.state() != TaskState.REQUESTED && !it.state().isOver())) {
            return IN_PROGRESS;
        }
        boolean waits = openQuestions > 0 || recipients.stream().anyMatch(it -> it.told() == Delivery.PARKED);
        return waits ? PARKED : SENT;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
