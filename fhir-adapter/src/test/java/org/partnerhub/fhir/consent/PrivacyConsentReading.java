package org.partnerhub.fhir.consent;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;

/**
 * What a Consent decides, read as IHE's Privacy Consent on FHIR has it, slowly and without the hub: the measure that the hub's own reading
 * is held to.
 */
final class PrivacyConsentReading {

    /** Levels of v3-Confidentiality, least first: a label covers its level and those below. */
    private static final List<String> LEVELS = List.of("U", "L", "M", "N", "R", "V");

    private PrivacyConsentReading() {}

    /**
     * Something that somebody wants to see.
     *
     * @param purposes codes that all mean what it is wanted for
     * @param actors references that all mean who wants it
     */
    record Question(
            List<String> purposes,
            List<String> actors,
            String label,
            String category,
            String on,
            String ofDay,
            List<String> records) {

        static Question treatment() {
            return new Question(
                    List.of("TREAT"), List.of("Practitioner/another"), "N", "", "2026-11-26", "2026-11-01", List.of());
        }

        Question purpose(String... others) {
            return new Question(List.of(others), actors, label, category, on, ofDay, records);
        }

        Question by(String... others) {
            return new Question(purposes, List.of(others), label, category, on, ofDay, records);
        }

        Question label(String other) {
            return new Question(purposes, actors, other, category, on, ofDay, records);
        }

        Question category(String other) {
            return new Question(purposes, actors, label, other, on, ofDay, records);
        }

        Question on(String other) {
            return new Question(purposes, actors, label, category, other, ofDay, records);
        }

        Question ofDay(String other) {
            return new Question(purposes, actors, label, category, on, other, records);
        }

        Question about(String other) {
            return new Question(purposes, actors, label, category, on, ofDay, List.of(other));
        }
    }

    /** Whether the consent denies it in so many words, and not only by not permitting it. */
    static boolean denies(Consent consent, Question question) {
        ProvisionComponent root = consent.getProvision();
        return root.getType() == ConsentProvisionType.DENY && matches(root, question) && !permits(consent, question);
    }

    static boolean permits(Consent consent, Question question) {
        ProvisionComponent root = consent.getProvision();
        return consent.getStatus() == Consent.ConsentState.ACTIVE
                && permits(root, root.getType() != ConsentProvisionType.DENY, matches(root, question), question);
    }

    private static boolean permits(ProvisionComponent rule, boolean permit, boolean matched, Question question) {
        List<Boolean> exceptions = new ArrayList<>();
        for (ProvisionComponent nested : rule.getProvision()) {
            boolean permitsNested =
                    nested.getType() == null ? !permit : nested.getType() == ConsentProvisionType.PERMIT;
            boolean applies = permitsNested == permit
                    ? matches(inheriting(rule, nested), question)
                    : matched && matches(nested, question);
            if (applies) {
                exceptions.add(permits(nested, permitsNested, true, question));
            }
        }
        return exceptions.isEmpty() ? matched && permit : !exceptions.contains(false);
    }

    /** What is also permitted is so within the outer rule, but for what it says itself. */
    private static ProvisionComponent inheriting(ProvisionComponent outer, ProvisionComponent nested) {
        ProvisionComponent whole = nested.copy();
        if (!whole.hasPurpose()) {
            whole.setPurpose(outer.getPurpose());
        }
        if (!whole.hasActor()) {
            whole.setActor(outer.getActor());
        }
        if (!whole.hasPeriod()) {
            whole.setPeriod(outer.getPeriod());
        }
        return whole;
    }

    private static boolean matches(ProvisionComponent rule, Question question) {
        return (!rule.hasPurpose() || question.purposes().stream().anyMatch(it -> has(rule.getPurpose(), it)))
                && (!rule.hasActor()
                        || rule.getActor().stream()
                                .anyMatch(it -> question.actors().contains(who(it.getReference()))))
                && (!rule.hasClass_() || has(rule.getClass_(), question.category()))
                && (!rule.hasSecurityLabel()
                        || rule.getSecurityLabel().stream().anyMatch(it -> covers(it.getCode(), question.label())))
                && (!rule.hasPeriod() || within(rule.getPeriod(), question.on()))
                && (!rule.hasDataPeriod() || within(rule.getDataPeriod(), question.ofDay()))
                && (!rule.hasData()
                        || rule.getData().stream()
                                .anyMatch(it -> question.records()
                                        .contains(it.getReference().getReference())));
    }

    private static String who(Reference reference) {
        return reference.hasReference()
                ? reference.getReference()
                : reference.getIdentifier().getSystem() + "|"
                        + reference.getIdentifier().getValue();
    }

    private static boolean has(List<Coding> codes, String code) {
        return codes.stream().anyMatch(it -> code.equals(it.getCode()));
    }

    private static boolean covers(String granted, String label) {
        return granted.equals(label)
                || (LEVELS.contains(granted)
                        && LEVELS.contains(label)
                        && LEVELS.indexOf(label) <= LEVELS.indexOf(granted));
    }

    private static boolean within(Period period, String day) {
        return (!period.hasStart() || text(period.getStartElement()).compareTo(day) <= 0)
                && (!period.hasEnd() || text(period.getEndElement()).compareTo(day) >= 0);
    }

    private static String text(DateTimeType day) {
        return day.getValueAsString();
    }
}
