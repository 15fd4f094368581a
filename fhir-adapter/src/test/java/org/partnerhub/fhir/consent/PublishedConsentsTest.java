package org.partnerhub.fhir.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Consent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.fhir.PublishedData;
import org.partnerhub.fhir.consent.PrivacyConsentReading.Question;
import org.partnerhub.fhir.message.MessageRefused;

/** IHE's own examples, which lie beside a checkout where somebody put them and are skipped where not. */
class PublishedConsentsTest {

    private static final LocalDate DAY = LocalDate.of(2022, 9, 1);

    /** Decided as Privacy Consent on FHIR says; the measure of the property test is itself measured here. */
    @ParameterizedTest
    @CsvSource({
        "basic-treat, TREAT, another, N, 2021-05-01, none, true",
        "basic-treat, HRESCH, another, N, 2021-05-01, none, false",
        "basic-ink, HPAYMT, another, N, 2021-05-01, none, true",
        "basic-research, HRESCH, another, N, 2021-05-01, none, true",
        "basic-research, TREAT, another, N, 2021-05-01, none, false",
        "intermediate-timeframe, TREAT, another, N, 2022-05-01, none, true",
        "intermediate-timeframe, TREAT, another, N, 2021-05-01, none, false",
        "intermediate-not-timeframe, TREAT, another, N, 2022-05-01, none, false",
        "intermediate-not-timeframe, TREAT, another, N, 2021-05-01, none, true",
        "intermediate-not-data, TREAT, another, N, 2021-05-01, Observation/ex-alcoholUse, false",
        "intermediate-not-data, TREAT, another, N, 2021-05-01, none, true",
        "intermediate-encounter, TREAT, another, N, 2021-05-01, Encounter/ex-encounter, true",
        "intermediate-encounter, TREAT, another, N, 2021-05-01, none, false",
        "intermediate-authoredby, TREAT, another, N, 2021-05-01, Practitioner/ex-practitioner, true",
        "intermediate-authoredby, TREAT, another, N, 2021-05-01, none, false",
        "advanced-normal-restricted, TREAT, another, R, 2021-05-01, none, true",
        "advanced-normal-restricted, TREAT, another, V, 2021-05-01, none, false",
        "advanced-normal-focused-restricted, TREAT, another, N, 2021-05-01, none, true",
        "advanced-normal-focused-restricted, TREAT, another, R, 2021-05-01, none, false",
        "advanced-normal-focused-restricted, TREAT, ex-practitioner, R, 2021-05-01, none, true",
        "advanced-normal-focused-restricted, HRESCH, ex-practitioner, R, 2021-05-01, none, false",
        "advanced-normal-focused-psy-or-sdv, TREAT, another, PSY, 2021-05-01, none, false",
        "advanced-normal-focused-psy-or-sdv, TREAT, ex-practitioner, PSY, 2021-05-01, none, true",
        "advanced-normal-focused-psy-or-sdv, TREAT, ex-practitioner, SDV, 2021-05-01, none, true"
    })
    void theyDecideAsTheGuideSays(
            String example, String purpose, String actor, String label, String ofDay, String about, boolean permits) {
        Question question = Question.treatment()
                .purpose(purpose)
                .by("Practitioner/" + actor)
                .label(label)
                .ofDay(ofDay)
                .about(about);

        assertThat(PrivacyConsentReading.permits(example(example), question)).isEqualTo(permits);
    }

    /**
     * The guide's decision, and the hub's on the same: permits, denies, or the element for which the hub records nothing. Its category stands
     * for the label: identity for N, emotional-health for R and for psychiatry, safety for V and for abuse. Never wider than the guide, and the
     * same wherever it could be recorded.
     */
    @ParameterizedTest
    @CsvSource({
        "basic-treat, TREAT, another, N, true, permits",
        "basic-treat, TREAT, another, R, true, permits",
        "basic-treat, TREAT, another, V, true, permits",
        "basic-treat, HRESCH, another, N, false, denies",
        "basic-ink, TREAT, another, N, true, permits",
        "basic-ink, TREAT, ex-practitioner, R, true, permits",
        "basic-ink, HRESCH, another, N, false, denies",
        "basic-research, HRESCH, another, N, true, Consent.provision.purpose[0]",
        "basic-research, TREAT, another, N, false, Consent.provision.purpose[0]",
        "intermediate-timeframe, TREAT, another, N, false, Consent.provision.dataPeriod",
        "intermediate-not-timeframe, TREAT, another, N, true, Consent.provision.provision[0].dataPeriod",
        "intermediate-not-data, TREAT, another, N, true, Consent.provision.provision[0].data",
        "intermediate-encounter, TREAT, another, N, false, Consent.provision.data",
        "intermediate-authoredby, TREAT, another, N, false, Consent.provision.data",
        "advanced-normal-restricted, TREAT, another, N, true, permits",
        "advanced-normal-restricted, TREAT, another, R, true, permits",
        "advanced-normal-restricted, TREAT, another, V, false, denies",
        "advanced-normal-restricted, HRESCH, another, N, false, denies",
        "advanced-normal-focused-restricted, TREAT, another, N, true, Consent.provision.provision[0].type",
        "advanced-normal-focused-restricted, TREAT, ex-practitioner, R, true, Consent.provision.provision[0].type",
        "advanced-normal-focused-psy-or-sdv, TREAT, another, N, true, Consent.provision.provision[0].type",
        "advanced-normal-focused-psy-or-sdv, TREAT, ex-practitioner, PSY, true, Consent.provision.provision[0].type"
    })
    void theHubDecidesTheSameOrNamesWhatItCannotRecord(
            String example, String purpose, String actor, String label, boolean permits, String hub) {
        Consent consent = recordable(example);
        Question question = Question.treatment()
                .purpose(purpose)
                .by("Practitioner/" + actor)
                .label(label)
                .on("2022-09-01")
                .ofDay("2021-05-01");
        assertThat(PrivacyConsentReading.permits(consent, question)).isEqualTo(permits);

        if (hub.startsWith("Consent.")) {
            MessageRefused refused = catchThrowableOfType(MessageRefused.class, () -> read(consent));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.expression()).isEqualTo(hub);
        } else {
            assertThat(hub).isEqualTo(permits ? "permits" : "denies");
            assertThat(new HubAnswer(read(consent)).permits(purpose, "mental-health", ofLevel(label), DAY))
                    .isEqualTo(permits);
        }
    }

    /** Whatever the hub may be asked: each purpose, kind of recipient and category, and the guide for any record that it could be. */
    @ParameterizedTest
    @ValueSource(strings = {"basic-treat", "basic-ink", "advanced-normal-restricted"})
    void whatCouldBeRecordedDecidesTheSameInEverything(String example) {
        Consent consent = recordable(example);
        HubAnswer hub = new HubAnswer(read(consent));
        for (HubQuestion asked : HubQuestion.all()) {
            boolean guide =
                    asked.asTheGuideMayMeanIt(DAY).stream().allMatch(it -> PrivacyConsentReading.permits(consent, it));
            assertThat(hub.permits(asked.purpose(), asked.kind(), asked.category(), DAY))
                    .as(asked.toString())
                    .isEqualTo(guide && asked.isWithinPolicy());
        }
    }

    /** None of the samples has a last day: past the hub's year it says no where the guide says yes, never the other way. */
    @Test
    void aSampleIsKeptForAYearAndSaysSo() {
        List<String> notKept = new ArrayList<>();
        HubAnswer hub = new HubAnswer(ConsentDrafts.reading().terms(recordable("basic-treat"), notKept));

        assertThat(hub.permits("TREAT", "hospital", Category.PLAN, LocalDate.of(2023, 6, 12)))
                .isTrue();
        assertThat(hub.permits("TREAT", "hospital", Category.PLAN, LocalDate.of(2023, 6, 13)))
                .isFalse();
        assertThat(notKept)
                .containsExactly(
                        "Consent.provision.purpose[1]: the hub does not share for it.",
                        "Consent.provision.purpose[2]: the hub does not share for it.",
                        "Consent.provision.period.end: none was said, and what is agreed is kept for a year.");
    }

    private static Category ofLevel(String label) {
        return switch (label) {
            case "N" -> Category.IDENTITY;
            case "R" -> Category.EMOTIONAL_HEALTH;
            case "V" -> Category.SAFETY;
            default -> throw new IllegalArgumentException(label);
        };
    }

    private static Terms read(Consent consent) {
        return ConsentDrafts.reading().terms(consent, new ArrayList<>());
    }

    /** With who decided and the evidence, which the hub asks for of every consent and the guide of none. */
    private static Consent recordable(String example) {
        Consent consent = example(example);
        ConsentDrafts.given("x").getExtension().forEach(consent::addExtension);
        return consent;
    }

    private static Consent example(String name) {
        PublishedData.folder();
        try {
            return FhirContext.forR4Cached()
                    .newJsonParser()
                    .parseResource(
                            Consent.class,
                            Files.readString(PublishedData.folder()
                                    .resolve("ihe-pcf-consents")
                                    .resolve("Consent-ex-consent-" + name + ".json")));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
