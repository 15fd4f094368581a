package org.partnerhub.fhir.message.incoming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;
import org.partnerhub.fhir.message.Bars;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.fhir.message.IncomingMessage;
import org.partnerhub.fhir.message.MessageRefused;

/** What a sender adds to a referral, in the form of schema/update.json, and a referral taken back, as schema/cancellation.json. */
final class ChangeReading {

    private ChangeReading() {}

    static IncomingMessage.Update update(String id, Bundle bundle) {
        ServiceRequest request = IncomingMessages.request(bundle);
        Map<String, Object> update = new HashMap<>();
        String words = words(request);
        if (!words.isEmpty()) {
            update.put("message", words);
        }
        Map<String, Object> story = StoryReading.story(bundle, ReferralReading.concern(bundle));
        if (!story.isEmpty()) {
            update.put("story", story);
        }
        Unplaced unplaced = Unplaced.of(bundle, Carried.UPDATE);
        update.putAll(unplaced.asKept());
        if (update.isEmpty()) {
            throw MessageRefused.invalid(
                    "Say what is new: as ServiceRequest.note.text, or as an Observation with a code of " + Hub.CATEGORY
                            + ".");
        }
        List<String> remarks = new ArrayList<>(unplaced.remarks());
        if (!ReferralReading.concern(bundle).isEmpty()) {
            remarks.add(
                    "The flag for safeguarding is told to those who have the referral; for a referral for safeguarding send a new one.");
        }
        return new IncomingMessage.Update(id, referral(request), update, remarks);
    }

    static IncomingMessage.Cancellation cancellation(String id, Bundle bundle) {
        ServiceRequest request = IncomingMessages.request(bundle);
        boolean error = request.getStatus() == ServiceRequest.ServiceRequestStatus.ENTEREDINERROR;
        List<String> remarks = Unplaced.of(bundle, Carried.CANCELLATION).remarksOfWhatIsDropped();
        return new IncomingMessage.Cancellation(id, referral(request), reason(request, error), error, remarks);
    }

    /** The hub's reference, as the answer to the referral gave it. */
    static @Nullable String referral(ServiceRequest request) {
        return request.getIdentifier().stream()
                .filter(it -> it.getSystem() != null && Bars.sameSystem(it.getSystem(), Hub.REFERRAL))
                .map(Identifier::getValue)
                .findFirst()
                .orElse(null);
    }

    /** R4 gives a ServiceRequest no reason of its status; published messages say it as a reason code of BaRS or of the sender's. */
    private static String reason(ServiceRequest request, boolean error) {
        return request.getReasonCode().stream()
                .map(CodeableConcept::getCodingFirstRep)
                .filter(Coding::hasCode)
                .flatMap(it -> Reasons.hub(it).stream())
                .findFirst()
                .orElse(error ? "entered-in-error" : "not-stated");
    }

    private static String words(ServiceRequest request) {
        return request.getNote().stream()
                .map(Annotation::getText)
                .filter(text -> text != null && !text.isBlank())
                .collect(Collectors.joining("\n"));
    }
}
