package org.partnerhub.fhir.message.incoming;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.fhir.message.IncomingMessage;
import org.partnerhub.fhir.message.MessageRefused;

/**
 * A servicerequest-response as an answer to a referral. Its state is a Task's, where it holds one, otherwise the
 * ServiceRequest's.
 */
final class AnswerReading {

    private static final int LONGEST_WORDS = 2000;

    /** States for which referral-service asks why; a code that the hub does not know is none. */
    private static final Set<String> REASONED = Set.of("rejected", "more-information", "failed", "cancelled");

    private AnswerReading() {}

    static IncomingMessage.Answer answer(String id, MessageHeader header, Bundle bundle) {
        if (header.getResponse().getCode() != MessageHeader.ResponseType.OK) {
            throw MessageRefused.unknownCombination(
                    "Tell an error in the answer to the request itself; a response message has the code ok.");
        }
        ServiceRequest request = IncomingMessages.request(bundle);
        Optional<Task> task = IncomingMessages.first(bundle, Task.class);
        String state = task.map(AnswerReading::state).orElseGet(() -> state(request));
        String words = words(task, request);
        boolean whole = words.length() <= LONGEST_WORDS;
        Unplaced unplaced = Unplaced.of(bundle, whole ? Carried.ANSWER : Carried.ANSWER_CUT_SHORT);
        return new IncomingMessage.Answer(
                id,
                header.getResponse().getIdentifier(),
                ChangeReading.referral(request),
                state,
                reason(state, task),
                output(task, Hub.BETTER_PLACE).orElse(null),
                outcome(state, task),
                words.isEmpty() ? null : words.substring(0, Math.min(words.length(), LONGEST_WORDS)),
                unplaced.asKept(),
                unplaced.remarks());
    }

    private static String state(Task task) {
        return switch (task.getStatus()) {
            case ACCEPTED -> "accepted";
            case REJECTED -> "rejected";
            case INPROGRESS -> "in-progress";
            case ONHOLD -> "more-information";
            case COMPLETED -> "completed";
            case FAILED -> "failed";
            case CANCELLED -> "cancelled";
            case null, default -> throw unsupported();
        };
    }

    private static String state(ServiceRequest request) {
        return switch (request.getStatus()) {
            case ACTIVE -> "accepted";
            case ONHOLD -> "more-information";
            case REVOKED -> "rejected";
            case COMPLETED -> "completed";
            case null, default -> throw unsupported();
        };
    }

    private static MessageRefused unsupported() {
        return MessageRefused.notSupported(
                "Answer with a Task that is accepted, rejected, on-hold, in-progress, completed, failed or cancelled.");
    }

    private static @Nullable String reason(String state, Optional<Task> task) {
        if (!REASONED.contains(state)) {
            return null;
        }
        CodeableConcept said = task.map(Task::getStatusReason).orElseGet(CodeableConcept::new);
        return said.getCoding().stream()
                .flatMap(coding -> Reasons.hub(coding).stream())
                .findFirst()
                .orElse(state.equals("more-information") ? "more-information-needed" : "other");
    }

    private static @Nullable String outcome(String state, Optional<Task> task) {
        if (!state.equals("completed")) {
            return null;
        }
        return output(task, Hub.OUTCOME).orElse("not-stated");
    }

    private static Optional<String> output(Optional<Task> task, String code) {
        return task.stream()
                .flatMap(it -> it.getOutput().stream())
                .filter(output -> output.getType().hasCoding(Hub.TASK_OUTPUT, code))
                .map(output -> value(output.getValue()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> value(Type value) {
        return switch (value) {
            case PrimitiveType<?> plain -> Reasons.code(plain.getValueAsString());
            case CodeableConcept concept ->
                Reasons.code(concept.getCodingFirstRep().getCode());
            case Reference reference -> Reasons.code(reference.getIdentifier().getValue());
            case null, default -> Optional.empty();
        };
    }

    /** Everything that the sender says in words, once. */
    private static String words(Optional<Task> task, ServiceRequest request) {
        Stream<@Nullable String> ofTask = task.stream()
                .flatMap(it -> Stream.concat(
                        Stream.of(it.getStatusReason().getText()),
                        it.getNote().stream().map(Annotation::getText)));
        return Stream.concat(ofTask, Stream.of(request.getPatientInstruction()))
                .filter(it -> it != null && !it.isBlank())
                .distinct()
                .collect(Collectors.joining("\n"));
    }
}
