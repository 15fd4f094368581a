package org.partnerhub.consent;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.partnerhub.contracts.identity.PersonId;

/** What partners and services send in these tests. */
final class Bodies {

    private Bodies() {}

    /** A competent 15-year-old's consent, without the police category. */
    static Map<String, Object> consent(PersonId person) {
        Map<String, Object> body = new HashMap<>(terms());
        body.put("subject", Map.of("personId", person));
        return body;
    }

    static Map<String, Object> terms() {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
        return new HashMap<>(Map.of(
                "decision",
                "given",
                "givenBy",
                Map.of(
                        "capacity",
                        "gillick-competent",
                        "assessor",
                        Map.of("name", "Morag Ellis", "role", "designated safeguarding lead", "assessedOn", today)),
                "purposes",
                List.of("early-help-support", "mental-health-specialist"),
                "recipients",
                Map.of("kinds", List.of("council", "mental-health")),
                "categories",
                List.of("identity", "contact", "family", "education", "emotional-health", "voice", "plan", "referral"),
                "from",
                today,
                "until",
                today.plusYears(1),
                "evidence",
                Map.of("kind", "form"),
                "obtainedOn",
                today));
    }

    static Map<String, Object> decision(PersonId person, String recipient, String purpose, String... categories) {
        return new HashMap<>(Map.of(
                "subject",
                person,
                "recipient",
                recipient,
                "purpose",
                purpose,
                "categories",
                List.of(categories),
                "delivery",
                UUID.randomUUID(),
                "attempt",
                1,
                "audience",
                List.of("referral-service"),
                "source",
                "referral/" + UUID.randomUUID()));
    }

    static Map<String, Object> withdrawal() {
        return Map.of("withdrawnBy", Map.of("capacity", "gillick-competent"), "reason", "Changed my mind");
    }
}
