package org.partnerhub.fhir.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.fhir.message.Hub;

/** What HL7's own codes mean in the hub's terms: a permit at its narrowest, a deny at its widest. */
class CodedConsentTest {

    private static final String REASONS = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
    private static final String LABELS = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
    private static final Set<Purpose> CARE = purposes(
            "early-help-support",
            "joint-funding-panel",
            "mental-health-specialist",
            "mental-health-wellbeing",
            "transition-to-adult-services");

    private final Consent consent = ConsentDrafts.given("7b0f5c1e-6a52-4b7e-9d53-0a4d2f6c9e11");
    private final ProvisionComponent root = consent.getProvision();
    private final List<String> notKept = new ArrayList<>();

    @Test
    void treatmentPermitsWhatOnlyGoesToThoseWhoTreat() {
        reasons("TREAT", "HPAYMT", "HOPERAT");

        assertThat(terms().purposes()).isEqualTo(purposes("mental-health-specialist"));
        assertThat(notKept)
                .containsExactly(
                        "Consent.provision.purpose[1]: the hub does not share for it.",
                        "Consent.provision.purpose[2]: the hub does not share for it.");
    }

    @Test
    void treatmentDeniedDeniesAllThatMayBeTreatmentOrItsRunning() {
        root.setType(ConsentProvisionType.DENY);
        for (String reason : List.of("TREAT", "HPAYMT", "HOPERAT")) {
            reasons(reason);

            assertThat(terms().purposes()).as(reason).isEqualTo(CARE);
        }
    }

    @Test
    void researchDeniedBesideAnotherIsNamedAsNeverDone() {
        root.setType(ConsentProvisionType.DENY);
        root.addPurpose(new Coding(REASONS, "HRESCH", null));

        assertThat(terms().purposes()).isEqualTo(purposes("mental-health-specialist"));
        assertThat(notKept).containsExactly("Consent.provision.purpose[1]: the hub never shares for research.");
    }

    @Test
    void aDenyOfNothingInParticularDeniesEverythingThatRestsOnConsent() {
        consent.setProvision(new ProvisionComponent().setType(ConsentProvisionType.DENY));

        assertThat(terms().decision()).isEqualTo("refused");
        assertThat(terms().purposes()).containsAll(CARE).contains(new Purpose("youth-justice-support"));
        assertThat(terms().recipients().kinds()).contains("school", "council", "youth-justice", "housing");
        assertThat(terms().categories()).contains(Category.POLICE, Category.VOICE, Category.STAY);
    }

    @Test
    void anAbsentActorIsEverybodyWhomThePurposeMayGoTo() {
        root.getActor().clear();

        assertThat(terms().recipients()).isEqualTo(new Terms.Reach(Set.of("hospital", "mental-health"), Set.of()));
    }

    @Test
    void whatIsAgreedWithoutALastDayIsKeptForAYear() {
        root.getPeriod().setEndElement(null);

        assertThat(terms().until()).isEqualTo(LocalDate.of(2027, 11, 17));
        assertThat(notKept)
                .containsExactly("Consent.provision.period.end: none was said, and what is agreed is kept for a year.");
    }

    @Test
    void aLabelCoversTheCategoriesOfItsLevelAndBelow() {
        root.getClass_().clear();
        root.addSecurityLabel(new Coding(LABELS, "N", null));
        assertThat(terms().categories())
                .containsExactlyInAnyOrder(Category.IDENTITY, Category.CONTACT, Category.EDUCATION);

        root.addSecurityLabel(new Coding(LABELS, "R", null));
        assertThat(terms().categories())
                .contains(Category.EMOTIONAL_HEALTH, Category.PHYSICAL_HEALTH)
                .doesNotContain(Category.SAFETY, Category.POLICE, Category.VOICE);

        root.addSecurityLabel(new Coding(LABELS, "V", null));
        assertThat(terms().categories()).contains(Category.SAFETY, Category.POLICE, Category.VOICE);
    }

    @Test
    void aLabelAndAClassRestrictTogether() {
        root.addSecurityLabel(new Coding(LABELS, "N", null));

        assertThat(terms().categories()).containsExactly(Category.IDENTITY);
    }

    @Test
    void aSensitivityBesideALevelIsNamed() {
        root.addSecurityLabel(new Coding(LABELS, "R", null));
        root.addSecurityLabel(new Coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", "PSY", null));

        assertThat(terms().categories()).isNotEmpty();
        assertThat(notKept)
                .containsExactly("Consent.provision.securityLabel[1]: the hub does not tell information apart by it.");
    }

    @Test
    void anExceptionFromTreatmentCoversWhatWasPermittedAsTreatment() {
        reasons("TREAT");
        ProvisionComponent nested = root.addProvision().setType(ConsentProvisionType.DENY);
        nested.addPurpose(new Coding(REASONS, "TREAT", null));
        nested.addClass_(new Coding(Hub.CATEGORY, "plan", null));

        assertThat(terms().exceptions()).hasSize(1);
    }

    private Terms terms() {
        notKept.clear();
        return ConsentDrafts.reading().terms(consent, notKept);
    }

    private void reasons(String... codes) {
        root.setPurpose(
                Stream.of(codes).map(it -> new Coding(REASONS, it, null)).toList());
    }

    private static Set<Purpose> purposes(String... codes) {
        return Stream.of(codes).map(Purpose::new).collect(Collectors.toSet());
    }
}
