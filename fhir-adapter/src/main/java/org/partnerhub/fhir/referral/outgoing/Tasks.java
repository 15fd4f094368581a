package org.partnerhub.fhir.referral.outgoing;

import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.partnerhub.fhir.message.Bars;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.fhir.referral.Standing;
import org.partnerhub.fhir.referral.TaskId;

/** A recipient's part in a referral as the Task to fulfil it. */
public final class Tasks {

    private static final String TASK_CODES = "http://hl7.org/fhir/CodeSystem/task-code";

    private Tasks() {}

    public static List<Task> of(Standing standing) {
        return standing.parts().stream().map(part -> of(standing, part)).toList();
    }

    public static Task of(Standing standing, Standing.Part part) {
        Task task = new Task();
        task.setId(TaskId.of(standing.id(), part).toString());
        task.getMeta().setVersionId(Integer.toString(part.version())).addProfile(Bars.ukCore("Task"));
        task.setStatus(Task.TaskStatus.fromCode(part.state()));
        task.setIntent(Task.TaskIntent.ORDER);
        task.setCode(new CodeableConcept(new Coding(TASK_CODES, "fulfill", null)));
        task.setFocus(new Reference("ServiceRequest/" + standing.id()).setType("ServiceRequest"));
        task.setFor(ServiceRequests.person(standing));
        task.setOwner(ServiceRequests.recipient(part.recipient()));
        task.setReasonCode(ServiceRequests.purpose(part.purpose()));
        if (standing.sender() != null) {
            task.setRequester(ServiceRequests.identified(
                    "Organization", Hub.PARTNER, standing.sender().value()));
        }
        if (part.reason() != null) {
            task.setStatusReason(new CodeableConcept(new Coding(Hub.STATUS_REASON, part.reason(), null)));
        }
        times(task, standing, part);
        output(task, Hub.BETTER_PLACE, part.betterPlace());
        output(task, Hub.OUTCOME, part.outcome());
        return task;
    }

    private static void times(Task task, Standing standing, Standing.Part part) {
        if (standing.receivedAt() != null) {
            task.setAuthoredOn(Date.from(standing.receivedAt()));
        }
        part.changedAt().map(Date::from).ifPresent(at -> {
            task.setLastModified(at);
            task.getMeta().setLastUpdated(at);
        });
        if (part.answerBy() != null) {
            task.getRestriction().getPeriod().setEnd(Date.from(part.answerBy()));
        }
    }

    private static void output(Task task, String code, @Nullable String value) {
        if (value != null) {
            task.addOutput()
                    .setType(new CodeableConcept(new Coding(Hub.TASK_OUTPUT, code, null)))
                    .setValue(new CodeType(value));
        }
    }
}
