package org.partnerhub.fhir.message.outgoing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;

/** The category family: each member of the household as a RelatedPerson. */
final class RelatedPersonMapping {

    private RelatedPersonMapping() {}

    static List<RelatedPerson> household(Part family, Reference patient) {
        List<RelatedPerson> people = new ArrayList<>();
        for (Part member : family.at("household").each()) {
            people.add(relative(member, patient));
        }
        return people;
    }

    private static RelatedPerson relative(Part member, Reference patient) {
        RelatedPerson relative = new RelatedPerson();
        relative.setPatient(patient);
        member.text("relationship")
                .map(Text::clean)
                .ifPresent(words -> relative.addRelationship(new CodeableConcept().setText(words)));
        HumanName name = new HumanName();
        String words = String.join(" ", member.at("name").lines());
        member.text("name")
                .or(() -> whole(member.at("name"), words))
                .map(Text::clean)
                .ifPresent(name::setText);
        if (!name.isEmpty()) {
            relative.addName(name);
        }
        member.at("birthDate").date().ifPresent(date -> relative.setBirthDateElement(new DateType(date.toString())));
        relative.setText(Narratives.of(member.lines()));
        return relative;
    }

    private static Optional<String> whole(Part name, String words) {
        List<String> parts = new ArrayList<>(name.at("given").texts());
        name.text("family").ifPresent(parts::add);
        String joined = parts.isEmpty() ? words : String.join(" ", parts);
        return joined.isBlank() ? Optional.empty() : Optional.of(joined);
    }
}
