package org.partnerhub.fhir.referral.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.partnerhub.contracts.schema.Schemas;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.fhir.message.Bars;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.fhir.message.MessageRefused;
import org.partnerhub.fhir.referral.Standing;
import org.partnerhub.fhir.referral.TaskChange;
import tools.jackson.databind.json.JsonMapper;

class TaskReadingTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final RecipientId CAMHS = new RecipientId("cpft-camhs");

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED, accepted",
        "REJECTED, rejected",
        "INPROGRESS, in-progress",
        "ONHOLD, more-information",
        "FAILED, failed",
        "COMPLETED, completed",
        "CANCELLED, cancelled"
    })
    void whatTheRecipientSetsIsAnAnswerOfTheSchema(TaskStatus status, String state) {
        TaskChange change = TaskReading.change(because(status, "no-capacity"), present(), false);

        assertThat(change).isInstanceOfSatisfying(TaskChange.Response.class, response -> {
            assertThat(response.state()).isEqualTo(state);
            assertThat(Schemas.bundled().violations("response", JSON.valueToTree(response.from(CAMHS))))
                    .isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = TaskStatus.class,
            names = {"REJECTED", "ONHOLD", "FAILED", "CANCELLED"})
    void aReasonIsRequiredWhereTaskRequiresOne(TaskStatus status) {
        Task task = new Task();
        task.setStatus(status);
        task.setStatusReason(new CodeableConcept().setText("Words are no code."));

        MessageRefused refused = refused(task, false);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.expression()).isEqualTo("Task.statusReason");
    }

    @ParameterizedTest
    @EnumSource(
            value = TaskStatus.class,
            names = {"DRAFT", "REQUESTED", "RECEIVED", "READY", "ENTEREDINERROR"})
    void aRecipientSetsNothingThatIsTheSenders(TaskStatus status) {
        Standing.Part accepted = part("accepted");

        MessageRefused refused = catchThrowableOfType(
                MessageRefused.class, () -> TaskReading.change(because(status, "other"), accepted, false));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.expression()).isEqualTo("Task.status");
    }

    @ParameterizedTest
    @EnumSource(
            value = TaskStatus.class,
            names = {"ACCEPTED", "REJECTED", "INPROGRESS", "ONHOLD", "FAILED", "COMPLETED"})
    void aSenderSetsNothingThatIsTheRecipients(TaskStatus status) {
        assertThat(refused(because(status, "other"), true).status()).isEqualTo(409);
    }

    @Test
    void aSenderCancelsThroughItsOwnCall() {
        assertThat(TaskReading.change(because(TaskStatus.CANCELLED, "no-longer-needed"), present(), true))
                .isEqualTo(new TaskChange.Cancellation("no-longer-needed", false));
        assertThat(TaskReading.change(because(TaskStatus.ENTEREDINERROR, "wrong-child"), present(), true))
                .isEqualTo(new TaskChange.Cancellation("wrong-child", true));
    }

    @Test
    void aSenderMustSayWhyItCancels() {
        Task task = new Task();
        task.setStatus(TaskStatus.CANCELLED);

        assertThat(refused(task, true).status()).isEqualTo(422);
    }

    @Test
    void whatIsSoAlreadyChangesNothing() {
        Task task = new Task();
        task.setStatus(TaskStatus.REQUESTED);

        assertThat(TaskReading.change(task, present(), false)).isEqualTo(new TaskChange.Nothing());
    }

    @Test
    void nationalReasonsBetterPlacesAndWordsAreCarried() {
        Task task = new Task();
        task.setStatus(TaskStatus.REJECTED);
        task.setStatusReason(
                new CodeableConcept(new Coding(Bars.REJECTED_REASONS, "22", null)).setText("Full until spring."));
        task.addOutput()
                .setType(new CodeableConcept(new Coding(Hub.TASK_OUTPUT, Hub.BETTER_PLACE, null)))
                .setValue(new CodeType("early-help-hub-cambridgeshire"));

        assertThat(TaskReading.change(task, present(), false))
                .isEqualTo(new TaskChange.Response(
                        "rejected", "no-capacity", "early-help-hub-cambridgeshire", null, "Full until spring."));
    }

    @Test
    void wordsThatAreTooLongAreRefusedRatherThanCut() {
        Task task = because(TaskStatus.REJECTED, "other");
        task.getStatusReason().setText("x".repeat(2001));

        assertThat(refused(task, false).expression()).isEqualTo("Task.statusReason.text");
    }

    private static MessageRefused refused(Task task, boolean bySender) {
        return catchThrowableOfType(MessageRefused.class, () -> TaskReading.change(task, present(), bySender));
    }

    private static Task because(TaskStatus status, String reason) {
        Task task = new Task();
        task.setStatus(status);
        task.setStatusReason(new CodeableConcept(new Coding(Hub.STATUS_REASON, reason, null)));
        return task;
    }

    private static Standing.Part present() {
        return part("requested");
    }

    private static Standing.Part part(String state) {
        return new Standing.Part(
                CAMHS, new Purpose("mental-health-specialist"), state, null, null, null, null, List.of());
    }
}
