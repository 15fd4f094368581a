package org.partnerhub.fhir.message.incoming;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.StringType;
import org.partnerhub.contracts.identity.NhsNumber;
import org.partnerhub.contracts.person.Demographics.AgencyNumber;
import org.partnerhub.fhir.message.Bars;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.fhir.message.MessageRefused;

/** A Patient as the subject of a referral. A number that fails its check is never matched by, and the sender hears so. */
public final class PatientReading {

    private PatientReading() {}

    /** In the form of schema/subject.json; remarks is added to, for the sender to hear. */
    public static Map<String, Object> subject(Patient patient, List<String> remarks) {
        Map<String, Object> subject = new HashMap<>();
        HumanName name = patient.getName().stream()
                .filter(it -> it.hasFamily() && it.hasGiven())
                .findFirst()
                .orElseThrow(() -> MessageRefused.invalid("Give the Patient a name with family and given names."));
        if (!patient.hasBirthDate()) {
            throw MessageRefused.invalid("Give the Patient a birth date.");
        }
        subject.put("name", Map.of("given", given(name), "family", name.getFamily()));
        subject.put("birthDate", patient.getBirthDateElement().getValueAsString());
        nhsNumber(patient, subject, remarks);
        identifier(patient, Hub.UPN).ifPresent(upn -> subject.put("upn", upn));
        authority(patient, remarks).ifPresent(authority -> subject.put("authority", authority));
        patient.getAddress().stream().findFirst().ifPresent(address -> subject.put("address", address(address)));
        patient.getTelecom().stream()
                .filter(it -> it.getSystem() == ContactPoint.ContactPointSystem.PHONE && it.hasValue())
                .findFirst()
                .ifPresent(phone -> subject.put("telephone", phone.getValue()));
        return subject;
    }

    static Map<String, Object> relative(RelatedPerson relative) {
        Map<String, Object> member = new HashMap<>();
        member.put(
                "name",
                relative.getNameFirstRep().hasText()
                        ? relative.getNameFirstRep().getText()
                        : relative.getNameFirstRep().getNameAsSingleString());
        member.put(
                "relationship",
                Optional.ofNullable(relative.getRelationshipFirstRep().getText())
                        .orElse("relative"));
        if (relative.hasBirthDate()) {
            member.put("birthDate", relative.getBirthDateElement().getValueAsString());
        }
        return member;
    }

    /** A number that fails its check, or that the sender says could not be traced, is kept and never matched by. */
    private static void nhsNumber(Patient patient, Map<String, Object> subject, List<String> remarks) {
        Optional<Identifier> given = identifiers(patient, NhsNumber.SYSTEM).findFirst();
        String number = given.map(it -> it.getValue().replace(" ", "")).orElse("");
        boolean valid = NhsNumber.isValid(number);
        if (valid && VerificationStatus.of(given.orElseThrow()).mayBeMatchedBy()) {
            subject.put("nhsNumber", number);
            return;
        }
        if (given.isPresent()) {
            remarks.add(
                    valid
                            ? "The NHS number is said not to be traced and was not used."
                            : "The NHS number fails its check and was not used.");
            keep(number, subject);
        }
        subject.put("nhsNumberAbsent", absence(patient));
    }

    private static void keep(String number, Map<String, Object> subject) {
        if (number.matches("[A-Za-z0-9][A-Za-z0-9 ./_-]{2,39}")) {
            subject.put("agencyNumbers", List.of(Map.of("issuer", AgencyNumber.UNVERIFIED_NHS, "value", number)));
        }
    }

    private static Optional<String> authority(Patient patient, List<String> remarks) {
        Extension said = patient.getExtensionByUrl(Hub.HOME_AUTHORITY);
        if (said == null) {
            return Optional.empty();
        }
        if (said.getValue() instanceof CodeType code && code.getValue().matches("[EWSN][0-9]{8}")) {
            return Optional.of(code.getValue());
        }
        remarks.add("The council of the family's home is no GSS code and was not used.");
        return Optional.empty();
    }

    private static String absence(Patient patient) {
        return patient.getExtensionByUrl(Hub.NHS_NUMBER_ABSENT) != null
                        && patient.getExtensionByUrl(Hub.NHS_NUMBER_ABSENT).getValue() instanceof StringType why
                ? why.getValue()
                : "not-known";
    }

    private static Optional<String> identifier(Patient patient, String system) {
        return identifiers(patient, system).map(Identifier::getValue).findFirst();
    }

    private static Stream<Identifier> identifiers(Patient patient, String system) {
        return patient.getIdentifier().stream()
                .filter(it -> it.getSystem() != null && Bars.sameSystem(it.getSystem(), system))
                .filter(it -> it.getValue() != null && !it.getValue().isBlank());
    }

    private static List<String> given(HumanName name) {
        return name.getGiven().stream().map(StringType::getValue).toList();
    }

    private static Map<String, Object> address(Address address) {
        Map<String, Object> home = new HashMap<>();
        home.put(
                "lines",
                Stream.concat(
                                address.getLine().stream().map(StringType::getValue),
                                Stream.of(address.getCity(), address.getDistrict()))
                        .filter(line -> line != null && !line.isBlank())
                        .limit(6)
                        .toList());
        if (address.hasPostalCode()) {
            home.put("postcode", address.getPostalCode());
        }
        return home;
    }
}
