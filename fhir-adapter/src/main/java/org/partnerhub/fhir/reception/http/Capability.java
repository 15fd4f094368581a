package org.partnerhub.fhir.reception.http;

import java.time.LocalDate;
import java.util.List;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.partnerhub.fhir.message.incoming.Format;

/** What the FHIR door takes. */
final class Capability {

    /** The day on which what it says last changed. */
    private static final LocalDate CHANGED = LocalDate.of(2026, 11, 26);

    private Capability() {}

    static CapabilityStatement statement() {
        CapabilityStatement statement = new CapabilityStatement();
        statement.setStatus(PublicationStatus.ACTIVE);
        statement.setDateElement(new DateTimeType(CHANGED.toString()));
        statement.setPublisher("Partner Hub");
        statement.setKind(CapabilityStatement.CapabilityStatementKind.INSTANCE);
        statement.getImplementation().setDescription("Partner Hub, BaRS 1");
        statement.setFhirVersion(FHIRVersion._4_0_1);
        statement.setFormat(List.of(new CodeType(Format.JSON.mediaType()), new CodeType(Format.XML.mediaType())));
        CapabilityStatement.CapabilityStatementRestComponent rest = statement.addRest();
        rest.setMode(CapabilityStatement.RestfulCapabilityMode.SERVER);
        rest.getSecurity().addService().setText("OAuth 2.0 client credentials, scope fhir.message");
        rest.addOperation()
                .setName("process-message")
                .setDefinition("http://hl7.org/fhir/OperationDefinition/MessageHeader-process-message");
        offer(rest, "MessageDefinition", TypeRestfulInteraction.SEARCHTYPE);
        for (String own : List.of("ServiceRequest", "Task")) {
            offer(
                    rest,
                    own,
                    TypeRestfulInteraction.READ,
                    TypeRestfulInteraction.SEARCHTYPE,
                    TypeRestfulInteraction.UPDATE);
        }
        offer(
                rest,
                "Consent",
                TypeRestfulInteraction.CREATE,
                TypeRestfulInteraction.READ,
                TypeRestfulInteraction.SEARCHTYPE,
                TypeRestfulInteraction.UPDATE);
        offer(rest, "AuditEvent", TypeRestfulInteraction.SEARCHTYPE)
                .setDocumentation("For governance officers, by POST _search with patient or entity, and reason.");
        statement
                .addMessaging()
                .setDocumentation("servicerequest-response (new, update) answers what the hub sent;"
                        + " servicerequest-request (new) with a category of the hub's purposes, or an active flag SG, is a new"
                        + " referral; update and delete change it and take it back, named by the hub's reference or the"
                        + " X-Correlation-Id that it came under; encounter"
                        + " (A01 to A05, A08, A11 to A13, A16, A21, A22, A25, A28, A31) tells of a hospital stay.");
        return statement;
    }

    private static CapabilityStatement.CapabilityStatementRestResourceComponent offer(
            CapabilityStatement.CapabilityStatementRestComponent rest,
            String resource,
            TypeRestfulInteraction... interactions) {
        var offered = rest.addResource().setType(resource);
        for (TypeRestfulInteraction interaction : interactions) {
            offered.addInteraction().setCode(interaction);
        }
        return offered;
    }
}
