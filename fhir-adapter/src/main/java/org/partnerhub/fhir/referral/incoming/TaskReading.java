package org.partnerhub.fhir.referral.incoming;

import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.fhir.message.MessageRefused;
import org.partnerhub.fhir.message.incoming.Reasons;
import org.partnerhub.fhir.referral.Standing;
import org.partnerhub.fhir.referral.TaskChange;

/** A Task that was sent back changed. The one state machine is referral-service's; here is only said which call of it is meant. */
public final class TaskReading {

    private static final int LONGEST_WORDS = 2000;

    private TaskReading() {}

    /**
     * What the Task asks for.
     *
     * @param bySender whether the caller sent the referral; either side may cancel, and each has its own call for it
     * @throws MessageRefused where that is nothing that this side of a Task may ask for, or a reason is missing
     */
    public static TaskChange change(Task task, Standing.Part present, boolean bySender) {
        if (task.getStatus() == null) {
            throw MessageRefused.invalid("Say the status that the Task shall have.")
                    .at("Task.status");
        }
        if (task.getStatus().toCode().equals(present.state())) {
            return new TaskChange.Nothing();
        }
        return bySender ? bySender(task) : byReceiver(task);
    }

    private static TaskChange bySender(Task task) {
        return switch (task.getStatus()) {
            case CANCELLED -> new TaskChange.Cancellation(requiredReason(task), false);
            case ENTEREDINERROR -> new TaskChange.Cancellation(reason(task).orElse("entered-in-error"), true);
            default ->
                throw MessageRefused.conflict("Whoever requested it may only set it to cancelled or entered-in-error.")
                        .at("Task.status");
        };
    }

    private static TaskChange byReceiver(Task task) {
        return switch (task.getStatus()) {
            case ACCEPTED -> response(task, "accepted", null);
            case INPROGRESS -> response(task, "in-progress", null);
            case COMPLETED -> response(task, "completed", null);
            case REJECTED -> response(task, "rejected", requiredReason(task));
            case ONHOLD -> response(task, "more-information", requiredReason(task));
            case FAILED -> response(task, "failed", requiredReason(task));
            case CANCELLED -> response(task, "cancelled", requiredReason(task));
            default ->
                throw MessageRefused.conflict(
                                "Whoever fulfils it may set it to accepted, rejected, in-progress, on-hold,"
                                        + " failed, completed or cancelled.")
                        .at("Task.status");
        };
    }

    private static TaskChange.Response response(Task task, String state, @Nullable String reason) {
        return new TaskChange.Response(
                state,
                reason,
                output(task, Hub.BETTER_PLACE).orElse(null),
                state.equals("completed") ? output(task, Hub.OUTCOME).orElse("not-stated") : null,
                words(task));
    }

    private static String requiredReason(Task task) {
        return reason(task)
                .orElseThrow(() -> MessageRefused.unprocessable(
                        "Task.statusReason", "Say why, with a code in Task.statusReason.coding."));
    }

    private static Optional<String> reason(Task task) {
        return task.getStatusReason().getCoding().stream()
                .flatMap(coding -> Reasons.hub(coding).stream())
                .findFirst();
    }

    private static Optional<String> output(Task task, String code) {
        return task.getOutput().stream()
                .filter(output -> output.getType().hasCoding(Hub.TASK_OUTPUT, code))
                .flatMap(output -> value(output.getValue()).stream())
                .findFirst();
    }

    private static Optional<String> value(@Nullable Type value) {
        return switch (value) {
            case PrimitiveType<?> plain -> Reasons.code(plain.getValueAsString());
            case CodeableConcept concept ->
                Reasons.code(concept.getCodingFirstRep().getCode());
            case Reference reference -> Reasons.code(reference.getIdentifier().getValue());
            case null, default -> Optional.empty();
        };
    }

    private static @Nullable String words(Task task) {
        String words = task.getStatusReason().hasText()
                ? task.getStatusReason().getText()
                : task.getNoteFirstRep().getText();
        if (words == null || words.isBlank()) {
            return null;
        }
        if (words.length() > LONGEST_WORDS) {
            throw MessageRefused.unprocessable("Task.statusReason.text", "Write at most 2000 characters.");
        }
        return words;
    }
}
