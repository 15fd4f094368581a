package org.partnerhub.fhir.consent;

import java.time.LocalDate;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.partnerhub.contracts.policy.PolicyFile;
import org.partnerhub.fhir.consent.incoming.ConsentReading;
import org.partnerhub.fhir.message.Hub;

/** A Consent as a trust's system would send it: an invented child agrees that CAMHS and the council may be told. */
public final class ConsentDrafts {

    private ConsentDrafts() {}

    /** As the adapter reads under the policy in the jar. */
    public static ConsentReading reading() {
        return new ConsentReading(PurposesOnConsent.of(PolicyFile.read("purposes", null)));
    }

    public static Consent given(String person) {
        Consent consent = new Consent();
        consent.setStatus(Consent.ConsentState.ACTIVE);
        consent.getScope()
                .addCoding(new Coding("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy", null));
        consent.addCategory(new CodeableConcept(new Coding("http://loinc.org", "59284-0", null)));
        consent.getPatient().getIdentifier().setSystem(Hub.PERSON).setValue(person);
        consent.setDateTimeElement(new DateTimeType("2026-11-18"));
        consent.getPolicyRule().setText("The hub's policy");
        consent.addExtension(extension(Hub.GIVEN_BY, "capacity", "adult"));
        consent.addExtension(extension(Hub.EVIDENCE, "kind", "form"));
        ProvisionComponent root = consent.getProvision().setType(ConsentProvisionType.PERMIT);
        root.getPeriod().setStartElement(new DateTimeType("2026-11-18"));
        root.getPeriod()
                .setEndElement(new DateTimeType(LocalDate.of(2027, 11, 17).toString()));
        root.addPurpose(new Coding(Hub.PURPOSE, "mental-health-specialist", null));
        actor(root, Hub.RECIPIENT, "cpft-camhs");
        actor(root, Hub.RECIPIENT_KIND, "council");
        root.addClass_(new Coding(Hub.CATEGORY, "identity", null));
        root.addClass_(new Coding(Hub.CATEGORY, "plan", null));
        return consent;
    }

    static void actor(ProvisionComponent provision, String system, String value) {
        provision
                .addActor()
                .setRole(new CodeableConcept(
                        new Coding("http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "IRCP", null)))
                .getReference()
                .getIdentifier()
                .setSystem(system)
                .setValue(value);
    }

    static Extension extension(String url, String part, String code) {
        Extension extension = new Extension(url);
        extension.addExtension(new Extension(part, new CodeType(code)));
        return extension;
    }
}
