package org.partnerhub.referral.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TaskStateTest {

    @ParameterizedTest(name = "{0} may become {1}")
    @CsvSource(delimiter = '|', textBlock = """
            requested        | accepted rejected on-hold failed cancelled entered-in-error
            on-hold          | accepted rejected in-progress failed cancelled entered-in-error
            accepted         | in-progress completed on-hold rejected failed cancelled entered-in-error
            in-progress      | completed on-hold failed cancelled entered-in-error
            rejected         | ''
            failed           | ''
            completed        | ''
            cancelled        | ''
            entered-in-error | ''
            """)
    void eachStateMayBecomeTheseAndNoOther(String from, String to) {
        Set<TaskState> next = Arrays.stream(to.split(" "))
                .filter(code -> !code.isEmpty())
                .map(TaskState::of)
                .collect(Collectors.toSet());

        assertThat(TaskState.of(from).next()).isEqualTo(next);
    }

    @ParameterizedTest
    @EnumSource
    void noStateBecomesItselfOrWaitsToBeAskedAgain(TaskState state) {
        assertThat(state.next()).doesNotContain(state, TaskState.REQUESTED);
    }

    @Test
    void aReasonIsRequiredWhereTaskRequiresIt() {
        assertThat(Arrays.stream(TaskState.values()).filter(TaskState::needsReason))
                .containsExactlyInAnyOrder(
                        TaskState.REJECTED, TaskState.ON_HOLD, TaskState.FAILED, TaskState.CANCELLED);
    }
}
