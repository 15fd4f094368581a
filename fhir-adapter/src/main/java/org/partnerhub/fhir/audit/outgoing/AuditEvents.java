package org.partnerhub.fhir.audit.outgoing;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentNetworkType;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.partnerhub.fhir.audit.LoggedEntry;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.fhir.message.Target;

/**
 * Decisions and disclosures of the log as IHE's Basic Audit Log Patterns word them. Source: BALP 1.1.4, PrivacyDisclosure.Source and AuthZconsent.
 * Everything else in the log (consents, reviews, looks) is no event of these patterns and stays in the log.
 */
public final class AuditEvents {

    private static final String PATTERNS = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";
    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String DECISION_KINDS = "https://profiles.ihe.net/ITI/BALP/CodeSystem/AuthZsubType";
    private static final String ENTITY_TYPES = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
    private static final String ROLES = "http://terminology.hl7.org/CodeSystem/object-role";
    private static final Set<String> ARRIVED = Set.of("delivered", "waiting-in-mailbox");

    private AuditEvents() {}

    /** The entry, where it is a decision or a disclosure. */
    public static Optional<AuditEvent> of(LoggedEntry entry) {
        return switch (entry.kind()) {
            case "disclosure" -> Optional.of(disclosure(entry));
            case "decision", "refusal" -> Optional.of(decision(entry));
            default -> Optional.empty();
        };
    }

    private static AuditEvent disclosure(LoggedEntry entry) {
        AuditEvent event = event(entry);
        event.getMeta().addProfile(PATTERNS + "PrivacyDisclosure.Source");
        event.setType(new Coding(DICOM, "110106", "Export"));
        event.addSubtype(
                new Coding("http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle", "disclose", "Disclose Record"));
        event.setAction(AuditEventAction.R);
        String outcome = entry.field("outcome").orElse("unknown");
        event.setOutcome(ARRIVED.contains(outcome) ? AuditEventOutcome._0 : AuditEventOutcome._8);
        event.setOutcomeDesc(described(outcome, entry.field("reason").stream().toList()));
        networked(agent(event, new Coding(DICOM, "110153", "Source Role ID"), hub(), false));
        networked(agent(event, new Coding(DICOM, "110152", "Destination Role ID"), recipient(entry), false));
        AuditEventEntityComponent sent = entity(event, new Coding(ENTITY_TYPES, "2", "System Object"));
        sent.setRole(new Coding(ROLES, "4", "Domain Resource"));
        sent.setWhat(identified(
                "Communication", Hub.DELIVERY, entry.field("delivery").orElse("none")));
        detail(sent, "decision", entry);
        detail(sent, "source", entry);
        detail(sent, "content-hash", entry);
        return event;
    }

    private static AuditEvent decision(LoggedEntry entry) {
        AuditEvent event = event(entry);
        List<String> consents = entry.each("relied-on").stream()
                .filter(it -> it.matches("[0-9a-f-]{36}"))
                .toList();
        event.setType(new Coding(DICOM, "110113", "Security Alert"));
        event.addSubtype(new Coding(DECISION_KINDS, consents.isEmpty() ? "AuthZ-Role" : "AuthZ-Consent", null));
        if (!consents.isEmpty()) {
            event.getMeta().addProfile(PATTERNS + "AuthZconsent");
        }
        event.setAction(AuditEventAction.E);
        event.setOutcome(entry.kind().equals("refusal") ? AuditEventOutcome._8 : AuditEventOutcome._0);
        event.setOutcomeDesc(described(entry.field("outcome").orElse("refused"), entry.each("rules")));
        Reference requester =
                identified("Organization", Hub.PARTNER, entry.field("requester").orElse(Target.HUB.value()));
        networked(agent(event, new Coding(DICOM, "110150", "Application"), requester, false));
        agent(
                event,
                new Coding(
                        "http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "IRCP", "information recipient"),
                recipient(entry),
                true);
        agent(
                event,
                new Coding("http://terminology.hl7.org/CodeSystem/v3-RoleClass", "PROV", "healthcare provider"),
                requester,
                false);
        agent(
                event,
                new Coding("http://terminology.hl7.org/CodeSystem/extra-security-role-type", "authserver", null),
                hub(),
                false);
        for (String consent : consents) {
            entity(event, new Coding("http://hl7.org/fhir/resource-types", "Consent", "Consent"))
                    .setWhat(new Reference("Consent/" + consent));
        }
        return event;
    }

    private static AuditEvent event(LoggedEntry entry) {
        AuditEvent event = new AuditEvent();
        event.setId(entry.id().toString());
        event.setRecorded(Date.from(entry.at()));
        entry.field("purpose")
                .ifPresent(it -> event.addPurposeOfEvent(new CodeableConcept(new Coding(Hub.PURPOSE, it, null))));
        event.getSource().setSite("partner-hub").setObserver(hub());
        event.getSource()
                .addType(new Coding(
                        "http://terminology.hl7.org/CodeSystem/security-source-type", "4", "Application Server"));
        AuditEventEntityComponent patient = entity(event, new Coding(ENTITY_TYPES, "1", "Person"));
        patient.setRole(new Coding(ROLES, "1", "Patient"));
        patient.setWhat(identified("Patient", Hub.PERSON, entry.field("subject").orElse("none")));
        return event;
    }

    private static AuditEventAgentComponent agent(AuditEvent event, Coding type, Reference who, boolean requestor) {
        return event.addAgent().setType(new CodeableConcept(type)).setWho(who).setRequestor(requestor);
    }

    /** Where it is reached is the hub's directory's to know; the pattern wants an address, so it is the name in the directory. */
    private static void networked(AuditEventAgentComponent agent) {
        var name = agent.getWho().getIdentifier();
        agent.getNetwork().setAddress(name.getSystem() + "/" + name.getValue()).setType(AuditEventAgentNetworkType._5);
    }

    private static AuditEventEntityComponent entity(AuditEvent event, Coding type) {
        return event.addEntity().setType(type);
    }

    private static void detail(AuditEventEntityComponent entity, String name, LoggedEntry entry) {
        entry.field(name).ifPresent(it -> entity.addDetail().setType(name).setValue(new StringType(it)));
    }

    private static String described(String outcome, List<String> reasons) {
        return reasons.isEmpty() ? outcome : outcome + ": " + String.join(", ", reasons);
    }

    private static Reference recipient(LoggedEntry entry) {
        return identified(
                "Organization", Hub.RECIPIENT, entry.field("recipient").orElse("none"));
    }

    private static Reference hub() {
        return identified("Organization", Hub.PARTNER, Target.HUB.value());
    }

    private static Reference identified(String type, String system, String value) {
        Reference reference = new Reference().setType(type);
        reference.getIdentifier().setSystem(system).setValue(value);
        return reference;
    }
}
