package org.partnerhub.referral;

import java.util.concurrent.atomic.AtomicInteger;
import org.partnerhub.contracts.identity.NhsNumber;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What partners send, about children who do not exist. */
final class Bodies {

    private static final AtomicInteger CHILD = new AtomicInteger(1000);
    private static final JsonMapper JSON = JsonMapper.shared();

    private Bodies() {}

    /** An NHS number of the 999 range that no other test uses. */
    static String nhsNumber() {
        while (true) {
            String candidate = "999%07d".formatted(CHILD.incrementAndGet());
            if (NhsNumber.isValid(candidate)) {
                return candidate;
            }
        }
    }

    static ObjectNode subject(String nhsNumber) {
        return object("""
                {"nhsNumber": "%s", "name": {"given": ["Edie"], "family": "Marchbank"}, "birthDate": "2011-05-04",
                 "address": {"lines": ["1 Invented Row"], "postcode": "PE15 8ZZ"}, "authority": "E10000003",
                 "schoolUrn": "999001"}""".formatted(nhsNumber));
    }

    /** A school's referral with a story and a consent. */
    static ObjectNode referral(String nhsNumber) {
        ObjectNode body = object("""
                {"kind": "request",
                 "asks": [{"purpose": "early-help-support"}, {"purpose": "mental-health-specialist"}],
                 "reason": "Low mood and missed school.", "themes": ["health", "education"], "level": "targeted",
                 "urgency": "routine",
                 "story": {
                   "earlyHelpAssessment": {"goingWell": "draws", "notGoingWell": "misses school",
                      "needsToHappen": "somebody to talk to", "nextSteps": "a meeting",
                      "permission": {"capacity": "parental-responsibility", "obtainedOn": "2026-11-02"}},
                   "voice": "Not all at once.",
                   "contributions": [{"category": "education", "text": "Attendance 41 per cent."},
                                     {"category": "police", "text": "Officers came in March."}],
                   "household": [{"name": "An invented grandmother", "relationship": "grandmother"}]}}""");
        body.set("subject", subject(nhsNumber));
        return body;
    }

    static ObjectNode withConsent(ObjectNode referral) {
        referral.set("consent", object("""
                {"decision": "given",
                 "givenBy": {"capacity": "gillick-competent",
                    "assessor": {"name": "An invented nurse", "role": "school nurse", "assessedOn": "2026-11-02"}},
                 "purposes": ["early-help-support"], "recipients": {"kinds": ["council"]},
                 "categories": ["identity", "plan"], "from": "2026-11-02", "until": "2027-05-02",
                 "evidence": {"kind": "form"}, "obtainedOn": "2026-11-02"}"""));
        return referral;
    }

    /** A domestic-abuse notice by the police. */
    static ObjectNode notice(String nhsNumber) {
        ObjectNode body = object("""
                {"kind": "notification", "asks": [{"purpose": "domestic-abuse-notice-to-school"}],
                 "reason": "Operation Encompass notice", "themes": ["domestic-abuse"], "urgency": "urgent",
                 "incident": {"policeReference": "35/1/26", "occurredAt": "2026-11-02T22:10:00Z", "place": "At home",
                    "childPresent": true, "circumstances": "Shouting between two adults."},
                 "story": {"voice": "I put my headphones on."}}""");
        body.set("subject", subject(nhsNumber));
        return body;
    }

    static ObjectNode object(String json) {
        return (ObjectNode) JSON.readTree(json);
    }
}
