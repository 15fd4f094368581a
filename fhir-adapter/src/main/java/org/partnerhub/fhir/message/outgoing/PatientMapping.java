package org.partnerhub.fhir.message.outgoing;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;
import org.partnerhub.contracts.identity.NhsNumber;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.fhir.message.Bars;
import org.partnerhub.fhir.message.Hub;

/** The categories identity and contact as a Patient; where neither may go, the hub's own id of the person and nothing else. */
final class PatientMapping {

    private PatientMapping() {}

    static Patient patient(PersonId subject, Part identity, Part contact) {
        Patient patient = new Patient();
        identifiers(patient, subject, identity);
        name(patient, identity.at("name"));
        identity.at("birthDate").date().ifPresent(date -> patient.setBirthDateElement(new DateType(date.toString())));
        address(patient, contact.at("address"));
        contact.text("telephone")
                .ifPresent(number -> patient.addTelecom()
                        .setSystem(ContactPoint.ContactPointSystem.PHONE)
                        .setValue(Text.clean(number)));
        patient.setText(Narratives.of(words(patient)));
        return patient;
    }

    private static void identifiers(Patient patient, PersonId subject, Part identity) {
        identity.text("nhsNumber").ifPresent(number -> patient.addIdentifier(nhsNumber(number)));
        identity.text("nhsNumberAbsent")
                .ifPresent(why -> patient.addExtension(Hub.NHS_NUMBER_ABSENT, new StringType(Text.clean(why))));
        identity.text("upn")
                .ifPresent(upn -> patient.addIdentifier().setSystem(Hub.UPN).setValue(upn));
        for (Part agency : identity.at("agencyNumbers").each()) {
            Identifier known = patient.addIdentifier()
                    .setValue(Text.clean(agency.text("value").orElse("")));
            known.getType().setText(Text.clean(agency.text("issuer").orElse("")));
        }
        patient.addIdentifier().setSystem(Hub.PERSON).setValue(subject.toString());
    }

    /** The hub traces nobody with the national service, so a number is "present but not traced". */
    private static Identifier nhsNumber(String number) {
        Identifier identifier = new Identifier().setSystem(NhsNumber.SYSTEM).setValue(number);
        identifier.addExtension(
                Bars.NHS_NUMBER_STATUS,
                new CodeableConcept(new Coding(Bars.NHS_NUMBER_STATUS_CODES, "02", "Number present but not traced")));
        return identifier;
    }

    private static void name(Patient patient, Part name) {
        if (!name.isPresent()) {
            return;
        }
        HumanName human = patient.addName().setUse(HumanName.NameUse.OFFICIAL);
        name.text("family").map(Text::clean).ifPresent(human::setFamily);
        name.at("given").texts().stream().map(Text::clean).forEach(human::addGiven);
    }

    private static void address(Patient patient, Part address) {
        if (!address.isPresent()) {
            return;
        }
        Address home = patient.addAddress().setUse(Address.AddressUse.HOME);
        address.at("lines").texts().stream().map(Text::clean).forEach(home::addLine);
        address.text("postcode").map(Text::clean).ifPresent(home::setPostalCode);
    }

    private static List<String> words(Patient patient) {
        List<String> words = new ArrayList<>();
        if (patient.hasName()) {
            words.add(patient.getNameFirstRep().getNameAsSingleString());
        }
        if (patient.hasBirthDate()) {
            words.add("Born " + patient.getBirthDateElement().getValueAsString());
        }
        return words;
    }
}
