package org.partnerhub.referral.referral;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.RecipientId;

/**
 * What a recipient answers; {@code schema/response.json}.
 *
 * @param reason a stable code or a short sentence; required where declined, failed, cancelled or more is to be known
 * @param betterPlace the recipient, or the kind of recipient, that it should have gone to, where declined
 * @param outcome how it ended, where completed
 * @param needs the categories that it wants to know more about, where more is to be known
 */
public record Answer(
        RecipientId recipient,
        Says state,
        @Nullable String reason,
        @Nullable String betterPlace,
        @Nullable String outcome,
        @Nullable String message,
        @Nullable List<Category> needs,
        @Nullable Unplaced unplaced) {

    /** What a recipient may say; the words that people use, beside Task's codes. */
    public enum Says {
        ACCEPTED(TaskState.ACCEPTED),
        REJECTED(TaskState.REJECTED),
        MORE_INFORMATION(TaskState.ON_HOLD),
        IN_PROGRESS(TaskState.IN_PROGRESS),
        COMPLETED(TaskState.COMPLETED),
        FAILED(TaskState.FAILED),
        CANCELLED(TaskState.CANCELLED);

        private final TaskState state;

        Says(TaskState state) {
            this.state = state;
        }

        public TaskState state() {
            return state;
        }

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /**
         * Reads the code.
         *
         * @throws IllegalArgumentException where there is no such answer
         */
        @JsonCreator
        public static Says of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
