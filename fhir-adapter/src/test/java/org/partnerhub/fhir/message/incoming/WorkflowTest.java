package org.partnerhub.fhir.message.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnerhub.fhir.message.incoming.Workflow.Meaning;

class WorkflowTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            servicerequest-request,  new,    active,           NEW_REFERRAL
            servicerequest-request,  new,    on-hold,          NEW_REFERRAL
            servicerequest-request,  -,      active,           NEW_REFERRAL
            servicerequest-request,  update, active,           UPDATE
            servicerequest-request,  update, completed,        UPDATE
            servicerequest-request,  update, revoked,          CANCELLATION
            servicerequest-request,  update, entered-in-error, CANCELLATION
            servicerequest-request,  delete, active,           CANCELLATION
            servicerequest-request,  delete, -,                CANCELLATION
            servicerequest-request,  new,    revoked,          CANCELLATION
            servicerequest-response, new,    revoked,          ANSWER
            servicerequest-response, update, active,           ANSWER
            servicerequest-response, -,      completed,        ANSWER
            """)
    void aCombinationMeans(String event, String reason, String status, Meaning meaning) {
        assertThat(Workflow.of(event, reason, status)).contains(meaning);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            booking-request,         new,    active
            servicerequest-request,  -,      revoked
            servicerequest-request,  other,  active
            servicerequest-response, delete, active
            -,                       -,      -
            """)
    void anyOtherIsUnknown(String event, String reason, String status) {
        assertThat(Workflow.of(event, reason, status)).isEqualTo(Optional.empty());
    }

    @Test
    void noLineIsHiddenByAnEarlierOne() {
        List<Workflow.Line> lines = Workflow.lines();
        for (int later = 0; later < lines.size(); later++) {
            Workflow.Line line = lines.get(later);
            assertThat(lines.subList(0, later))
                    .as(line.toString())
                    .noneMatch(it -> it.event().equals(line.event())
                            && covers(it.reason(), line.reason())
                            && covers(it.status(), line.status()));
        }
    }

    private static boolean covers(String pattern, String other) {
        return pattern.equals("*") || pattern.equals(other);
    }
}
