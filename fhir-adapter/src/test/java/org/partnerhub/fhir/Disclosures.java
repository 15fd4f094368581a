package org.partnerhub.fhir;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.partnerhub.contracts.content.Disclosure;
import org.partnerhub.contracts.identity.DecisionId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/** Disclosures about invented children. */
public final class Disclosures {

    public static final RecipientId CAMHS = new RecipientId("cpft-camhs");

    private Disclosures() {}

    /** A referral to CAMHS with every category that a mental-health referral may have; the police's is withheld. */
    public static Disclosure mentalHealthReferral() {
        return referral(Map.of(
                Category.IDENTITY,
                        Map.of(
                                "name", Map.of("given", List.of("Wren", "Isla"), "family", "Fenwick"),
                                "birthDate", "2011-03-14",
                                "nhsNumber", "9990001006",
                                "upn", "Y999001234567"),
                Category.CONTACT,
                        Map.of(
                                "address", Map.of("lines", List.of("4 Osier Lane", "Wisbech"), "postcode", "PE13 9ZZ"),
                                "telephone", "01632 960123",
                                "schoolUrn", "999001"),
                Category.FAMILY, Map.of("household", List.of(Map.of("name", "Tess Fenwick", "relationship", "mother"))),
                Category.EMOTIONAL_HEALTH,
                        Map.of(
                                "contributions",
                                List.of(Map.of(
                                        "text",
                                        "Says that sleep is bad.",
                                        "by",
                                        "fenland-academy",
                                        "at",
                                        "2026-11-17"))),
                Category.VOICE, Map.of("words", List.of("I want to come back but not all at once.")),
                Category.PLAN,
                        Map.of(
                                "earlyHelpAssessment",
                                        Map.of(
                                                "goingWell", "Loves drawing.",
                                                "notGoingWell", "Missed school.",
                                                "needsToHappen", "Somebody to talk to.",
                                                "nextSteps", "A meeting."),
                                "professionals",
                                        List.of(Map.of("name", "A. Nurse", "role", "nurse", "organisation", "School"))),
                Category.REFERRAL,
                        Map.of(
                                "reason", "Anxious since the summer.",
                                "kind", "request",
                                "themes", List.of("health", "education"),
                                "level", "targeted",
                                "urgency", "urgent",
                                "asks", List.of(Map.of("purpose", "mental-health-specialist")),
                                "state", "requested")));
    }

    public static Disclosure referral(Map<Category, Object> content) {
        return new Disclosure(
                UUID.randomUUID(),
                "referral",
                "referral/" + ReferralId.fresh(),
                PersonId.fresh(),
                CAMHS,
                new Purpose("mental-health-specialist"),
                DecisionId.fresh(),
                Instant.parse("2026-11-19T08:40:03Z"),
                content,
                List.of(new Disclosure.Withheld(
                        Category.POLICE, List.of("The consent does not cover information from the police."))),
                null);
    }

    /** The same referral again, under a delivery of its own. */
    public static Disclosure again(Disclosure first, Purpose purpose) {
        return new Disclosure(
                UUID.randomUUID(),
                first.kind(),
                first.reference(),
                first.subject(),
                first.recipient(),
                purpose,
                DecisionId.fresh(),
                first.disclosedAt(),
                first.content(),
                first.withheld(),
                null);
    }

    /** What its recipient hears when the sender takes a referral back. */
    public static Disclosure takenBack(Disclosure first) {
        return new Disclosure(
                UUID.randomUUID(),
                "feedback",
                first.reference(),
                first.subject(),
                first.recipient(),
                new Purpose("referral-follow-up"),
                DecisionId.fresh(),
                first.disclosedAt(),
                Map.of(Category.REFERRAL, Map.of("state", "cancelled", "reasonCode", "no-longer-needed")),
                List.of(),
                null);
    }

    /** A consent that was withdrawn. */
    public static Disclosure withdrawal() {
        return new Disclosure(
                UUID.randomUUID(),
                "withdrawal",
                "withdrawal/" + UUID.randomUUID(),
                PersonId.fresh(),
                CAMHS,
                new Purpose("withdrawal-notice"),
                DecisionId.fresh(),
                Instant.parse("2026-11-19T08:40:03Z"),
                Map.of(),
                List.of(),
                new Disclosure.Ended(
                        new Purpose("mental-health-specialist"),
                        Set.of(Category.IDENTITY, Category.VOICE),
                        Instant.parse("2026-11-17T08:40:03Z"),
                        Instant.parse("2026-11-18T08:40:03Z")),
                null);
    }

    /** What became of CAMHS's own referral. */
    public static Disclosure feedback() {
        return new Disclosure(
                UUID.randomUUID(),
                "feedback",
                "referral/" + ReferralId.fresh(),
                PersonId.fresh(),
                CAMHS,
                new Purpose("feedback-to-referrer"),
                DecisionId.fresh(),
                Instant.parse("2026-11-19T08:40:03Z"),
                Map.of(
                        Category.REFERRAL,
                        Map.of(
                                "recipient",
                                "early-help-hub-cambridgeshire",
                                "state",
                                "rejected",
                                "reasonCode",
                                "no-capacity")),
                List.of(),
                null);
    }
}
