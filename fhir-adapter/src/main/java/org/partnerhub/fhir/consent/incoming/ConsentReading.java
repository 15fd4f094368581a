package org.partnerhub.fhir.consent.incoming;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.jspecify.annotations.Nullable;
import org.partnerhub.fhir.consent.PurposesOnConsent;
import org.partnerhub.fhir.consent.Terms;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.fhir.message.MessageRefused;
import org.partnerhub.fhir.message.incoming.PatientReading;
import org.springframework.stereotype.Component;

/** A Consent as consent-service's calls have it. */
@Component
public final class ConsentReading {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");
    private static final String SCOPES = "http://terminology.hl7.org/CodeSystem/consentscope";
    private static final String END = "Consent.provision.period.end";

    private final PurposesOnConsent policy;

    public ConsentReading(PurposesOnConsent policy) {
        this.policy = policy;
    }

    /** What is agreed; what is left out of it because that only narrows is added to notKept. */
    public Terms terms(Consent consent, List<String> notKept) {
        mustBeReadable(consent);
        ProvisionReading provision = new ProvisionReading(policy, consent.getProvision(), notKept);
        Unexpressed.refuse(
                provision.permits() && optsOut(consent),
                "Consent.policyRule",
                "Say deny in provision.type for what is refused, or another policyRule: to opt out is no agreement.");
        LocalDate obtained = day(consent.getDateTimeElement(), "Consent.dateTime");
        Period period = consent.getProvision().getPeriod();
        LocalDate from =
                period.hasStart() ? wholeDay(period.getStartElement(), "Consent.provision.period.start") : obtained;
        return new Terms(
                provision.permits() ? "given" : "refused",
                part(consent, Hub.GIVEN_BY, "capacity"),
                provision.purposes(),
                provision.recipients(),
                provision.categories(),
                from,
                until(period, from, provision.permits(), notKept),
                obtained,
                part(consent, Hub.EVIDENCE, "kind"),
                provision.exceptions());
    }

    /** Whether the base rule is to opt out (v3-ActCode OPTOUT, OPTOUTE). R4 keeps the type of the root for it, and IHE's guide reads it so. */
    private static boolean optsOut(Consent consent) {
        return consent.getPolicyRule().getCoding().stream()
                .map(Coding::getCode)
                .anyMatch(code -> code != null && code.startsWith("OPTOUT"));
    }

    private static void mustBeReadable(Consent consent) {
        Unexpressed.refuse(
                consent.hasModifierExtension(), "Consent.modifierExtension", "The hub knows no such modifier.");
        Unexpressed.refuse(
                !consent.getScope().hasCoding(SCOPES, "patient-privacy"),
                "Consent.scope",
                "The hub keeps consents to share information: patient-privacy.");
        for (int i = 0; i < consent.getVerification().size(); i++) {
            Unexpressed.refuse(
                    !consent.getVerification().get(i).getVerified(),
                    "Consent.verification[" + i + "].verified",
                    "Record it once it is verified.");
        }
    }

    /** The hub keeps nothing agreed without a last day: where none is said, it is a year. A refusal counts past any. */
    private static LocalDate until(Period period, LocalDate from, boolean permits, List<String> notKept) {
        if (period.hasEndElement()) {
            return wholeDay(period.getEndElement(), END);
        }
        if (permits) {
            notKept.add(END + ": none was said, and what is agreed is kept for a year.");
        }
        return from.plusYears(1).minusDays(1);
    }

    /** A new consent, in the form of schema/consent.json; what cannot be kept of it is added to notKept. */
    public Map<String, Object> recording(Consent consent, List<String> notKept) {
        if (consent.getStatus() != Consent.ConsentState.ACTIVE) {
            throw MessageRefused.unprocessable("Consent.status", "Only an active consent is recorded.");
        }
        Map<String, Object> body = new TreeMap<>(terms(consent, notKept).body());
        body.put("subject", subject(consent, notKept));
        body.put("givenBy", givenBy(consent));
        body.put("evidence", parts(extension(consent, Hub.EVIDENCE)));
        return body;
    }

    /** Who withdraws or narrows it. */
    public static Map<String, Object> changedBy(Consent consent) {
        Map<String, Object> by = givenBy(consent);
        by.remove("assessor");
        return by;
    }

    /** The person, where the consent names one by the hub's id. */
    public static Optional<String> person(Consent consent) {
        Identifier who = consent.getPatient().getIdentifier();
        return Hub.PERSON.equals(who.getSystem()) ? Optional.ofNullable(who.getValue()) : Optional.empty();
    }

    /** Elements that change nothing of what was agreed and that the hub keeps no record of, for the sender to hear. */
    public static List<String> notKept(Consent consent) {
        Map<String, Boolean> present = new LinkedHashMap<>();
        present.put("Consent.identifier", consent.hasIdentifier());
        present.put("Consent.performer", consent.hasPerformer());
        present.put("Consent.organization", consent.hasOrganization());
        present.put("Consent.source", consent.hasSource());
        present.put("Consent.policy", consent.hasPolicy());
        present.put("Consent.policyRule", consent.hasPolicyRule());
        present.put("Consent.verification", consent.hasVerification());
        return present.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Map<String, Object> subject(Consent consent, List<String> notKept) {
        Optional<String> person = person(consent);
        if (person.isPresent()) {
            return Map.of("personId", person.get());
        }
        if (consent.getPatient().getResource() instanceof Patient patient) {
            return PatientReading.subject(patient, notKept);
        }
        throw MessageRefused.unprocessable(
                "Consent.patient", "Name the person by the hub's id as an identifier, or contain the Patient.");
    }

    private static Map<String, Object> givenBy(Consent consent) {
        Extension given = extension(consent, Hub.GIVEN_BY);
        Map<String, Object> by = parts(given);
        given.getExtensionsByUrl("assessor").stream().findFirst().ifPresent(it -> by.put("assessor", parts(it)));
        return by;
    }

    private static String part(Consent consent, String url, String name) {
        Object value = parts(extension(consent, url)).get(name);
        if (value == null) {
            throw missing(url + "').extension('" + name);
        }
        return value.toString();
    }

    private static Extension extension(Consent consent, String url) {
        List<Extension> found = consent.getExtensionsByUrl(url);
        if (found.size() != 1) {
            throw missing(url);
        }
        return found.getFirst();
    }

    private static MessageRefused missing(String url) {
        return MessageRefused.unprocessable(
                "Consent.extension('" + url + "')", "Add it once: the hub records who decided, and the evidence.");
    }

    private static Map<String, Object> parts(Extension extension) {
        Map<String, Object> parts = new TreeMap<>();
        for (Extension part : extension.getExtension()) {
            if (part.getValue() instanceof PrimitiveType<?> plain && plain.hasValue()) {
                parts.put(part.getUrl(), plain.getValueAsString());
            }
        }
        return parts;
    }

    /** The day on which it was said, in England. */
    private static LocalDate day(@Nullable BaseDateTimeType time, String element) {
        String text = toTheDay(time, element);
        return time != null && text.contains("T")
                ? time.getValue().toInstant().atZone(ENGLAND).toLocalDate()
                : LocalDate.parse(text);
    }

    /** A day of a period. The hub's consents hold whole days, so that an hour would be widened to one. */
    private static LocalDate wholeDay(@Nullable BaseDateTimeType time, String element) {
        String text = toTheDay(time, element);
        Unexpressed.refuse(
                text.contains("T"), element, "Say the day without an hour: the hub's consents hold whole days.");
        return LocalDate.parse(text);
    }

    private static String toTheDay(@Nullable BaseDateTimeType time, String element) {
        String text = time == null ? null : time.getValueAsString();
        if (text == null || text.length() < "2026-11-26".length()) {
            throw MessageRefused.unprocessable(element, "Say the day: the hub keeps no consent without it.");
        }
        return text;
    }
}
