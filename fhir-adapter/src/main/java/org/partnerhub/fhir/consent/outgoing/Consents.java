package org.partnerhub.fhir.consent.outgoing;

import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.fhir.consent.RecordedConsent;
import org.partnerhub.fhir.consent.Terms;
import org.partnerhub.fhir.message.Hub;

/** A consent of the hub's as FHIR: codes and dates, nobody's name. A refusal is an active Consent that denies. */
public final class Consents {

    private static final String PARTICIPATION = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";

    private Consents() {}

    public static Consent of(RecordedConsent recorded) {
        Consent consent = of(recorded.terms());
        consent.setId(recorded.id().toString());
        consent.getMeta().setVersionId(Integer.toString(recorded.version()));
        consent.setStatus(recorded.isOver() ? Consent.ConsentState.INACTIVE : Consent.ConsentState.ACTIVE);
        consent.getPatient().setType("Patient");
        consent.getPatient()
                .getIdentifier()
                .setSystem(Hub.PERSON)
                .setValue(recorded.person().toString());
        Reference recorder = consent.addOrganization().setType("Organization");
        recorder.getIdentifier()
                .setSystem(Hub.PARTNER)
                .setValue(recorded.recordedBy().value());
        recorded.history().stream()
                .map(RecordedConsent.Step::at)
                .max(Instant::compareTo)
                .ifPresent(at -> consent.getMeta().setLastUpdated(Date.from(at)));
        return consent;
    }

    /** The same, with what was sent and is not kept of it. */
    public static Consent of(RecordedConsent recorded, List<String> notKept) {
        Consent consent = of(recorded);
        notKept.forEach(it -> consent.addExtension(new Extension(Hub.NOT_KEPT, new StringType(it))));
        return consent;
    }

    /** What it says, without whose it is. */
    static Consent of(Terms terms) {
        Consent consent = new Consent();
        consent.setStatus(Consent.ConsentState.ACTIVE);
        consent.getScope()
                .addCoding(new Coding(
                        "http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy", "Privacy Consent"));
        consent.addCategory(new CodeableConcept(new Coding("http://loinc.org", "59284-0", "Consent")));
        consent.setDateTimeElement(new DateTimeType(terms.obtainedOn().toString()));
        consent.getPolicyRule().setText("The hub's policy for the purposes that are named");
        consent.addExtension(complex(Hub.GIVEN_BY, "capacity", terms.capacity()));
        consent.addExtension(complex(Hub.EVIDENCE, "kind", terms.evidence()));
        provision(consent.getProvision(), terms);
        return consent;
    }

    private static void provision(ProvisionComponent root, Terms terms) {
        root.setType(terms.decision().equals("given") ? ConsentProvisionType.PERMIT : ConsentProvisionType.DENY);
        root.getPeriod().setStartElement(new DateTimeType(terms.from().toString()));
        root.getPeriod().setEndElement(new DateTimeType(terms.until().toString()));
        terms.purposes().stream()
                .map(Purpose::value)
                .sorted()
                .forEach(purpose -> root.addPurpose(new Coding(Hub.PURPOSE, purpose, null)));
        reach(root, terms.recipients());
        classes(root, terms.categories());
        for (Terms.Excepted excepted : terms.exceptions()) {
            ProvisionComponent nested = root.addProvision().setType(ConsentProvisionType.DENY);
            reach(nested, excepted.recipients());
            classes(nested, excepted.categories());
        }
    }

    private static void reach(ProvisionComponent provision, Terms.Reach reach) {
        new TreeSet<>(reach.kinds()).forEach(kind -> actor(provision, Hub.RECIPIENT_KIND, kind));
        reach.ids().stream().map(RecipientId::value).sorted().forEach(id -> actor(provision, Hub.RECIPIENT, id));
    }

    private static void actor(ProvisionComponent provision, String system, String value) {
        Reference reference = provision
                .addActor()
                .setRole(new CodeableConcept(new Coding(PARTICIPATION, "IRCP", "information recipient")))
                .getReference()
                .setType("Organization");
        reference.getIdentifier().setSystem(system).setValue(value);
    }

    private static void classes(ProvisionComponent provision, Set<Category> categories) {
        if (!categories.isEmpty()) {
            EnumSet.copyOf(categories).forEach(it -> provision.addClass_(new Coding(Hub.CATEGORY, it.code(), null)));
        }
    }

    private static Extension complex(String url, String part, String code) {
        Extension extension = new Extension(url);
        extension.addExtension(new Extension(part, new CodeType(code)));
        return extension;
    }
}
