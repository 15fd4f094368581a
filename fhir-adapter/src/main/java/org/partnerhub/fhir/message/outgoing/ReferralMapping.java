package org.partnerhub.fhir.message.outgoing;

import java.util.Set;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.partnerhub.contracts.content.Disclosure;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.fhir.message.Bars;
import org.partnerhub.fhir.message.Target;

/** A referral, notice or story as a BaRS servicerequest-request: the request, the patient, and what may be known about both. */
final class ReferralMapping {

    /** Categories that have a resource of their own; every other one becomes Observations. */
    private static final Set<Category> RESOURCES =
            Set.of(Category.IDENTITY, Category.CONTACT, Category.FAMILY, Category.PLAN, Category.REFERRAL);

    private ReferralMapping() {}

    static MessageHeader header(String reason, Target target, Reference sender, Reference receiver) {
        MessageHeader header = MessageHeaderMapping.header(
                MessageHeaderMapping.bars(Bars.REQUEST_EVENT), reason, target, sender, receiver);
        header.setDefinition(Bars.definition(Bars.REQUEST_EVENT));
        return header;
    }

    static Reference addTo(Entries entries, Disclosure disclosure) {
        ServiceRequest request = ServiceRequestMapping.request(disclosure);
        Reference focus = entries.add("request", request, Bars.REFERRAL_PROFILE);
        Reference patient = patient(entries, disclosure);
        request.setSubject(patient);
        request.setRequester(entries.reference("hub"));
        request.addPerformer(entries.reference("recipient"));
        plan(entries, disclosure, request, patient);
        household(entries, disclosure, request, patient);
        observations(entries, disclosure, request, patient);
        school(entries, disclosure, request);
        return focus;
    }

    private static Reference patient(Entries entries, Disclosure disclosure) {
        return entries.add(
                "patient",
                PatientMapping.patient(
                        disclosure.subject(), part(disclosure, Category.IDENTITY), part(disclosure, Category.CONTACT)),
                Bars.ukCore("Patient"));
    }

    private static void plan(Entries entries, Disclosure disclosure, ServiceRequest request, Reference patient) {
        Part plan = part(disclosure, Category.PLAN);
        if (plan.isPresent()) {
            request.addBasedOn(entries.add("plan", CarePlanMapping.plan(plan, patient), Bars.ukCore("CarePlan")));
        }
    }

    private static void household(Entries entries, Disclosure disclosure, ServiceRequest request, Reference patient) {
        int place = 0;
        for (RelatedPerson member : RelatedPersonMapping.household(part(disclosure, Category.FAMILY), patient)) {
            request.addSupportingInfo(entries.add("relative " + ++place, member, Bars.ukCore("RelatedPerson")));
        }
    }

    private static void observations(
            Entries entries, Disclosure disclosure, ServiceRequest request, Reference patient) {
        for (Category category : Category.values()) {
            if (RESOURCES.contains(category)) {
                continue;
            }
            int place = 0;
            for (var said : ObservationMapping.observations(
                    category, part(disclosure, category), patient, disclosure.disclosedAt())) {
                request.addSupportingInfo(
                        entries.add(category.code() + " " + ++place, said, Bars.ukCore("Observation")));
            }
        }
    }

    private static void school(Entries entries, Disclosure disclosure, ServiceRequest request) {
        part(disclosure, Category.CONTACT)
                .text("schoolUrn")
                .ifPresent(urn -> request.addSupportingInfo(
                        entries.add("school", OrganizationMapping.school(urn), Bars.ukCore("Organization"))));
    }

    private static Part part(Disclosure disclosure, Category category) {
        return Part.of(disclosure.content().get(category));
    }
}
