package org.partnerhub.fhir.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.file.Files;
import org.hl7.fhir.r4.model.Consent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnerhub.fhir.PublishedData;
import org.partnerhub.fhir.consent.PrivacyConsentReading.Question;
import org.partnerhub.fhir.consent.incoming.ConsentReading;
import org.partnerhub.fhir.message.MessageRefused;

/** IHE's own examples, which lie beside a checkout where somebody put them and are skipped where not. */
class PublishedConsentsTest {

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

    /** None can be kept by the hub without widening it, and each is refused for the first thing that cannot. */
    @ParameterizedTest
    @CsvSource({
        "basic-treat, Consent.provision.purpose[0]",
        "basic-ink, Consent.provision.purpose[0]",
        "basic-research, Consent.provision.purpose[0]",
        "intermediate-timeframe, Consent.provision.dataPeriod",
        "intermediate-not-timeframe, Consent.provision.purpose[0]",
        "intermediate-not-data, Consent.provision.purpose[0]",
        "intermediate-encounter, Consent.provision.data",
        "intermediate-authoredby, Consent.provision.data",
        "advanced-normal-restricted, Consent.provision.securityLabel",
        "advanced-normal-focused-restricted, Consent.provision.securityLabel",
        "advanced-normal-focused-psy-or-sdv, Consent.provision.securityLabel"
    })
    void whatTheHubCannotExpressIsRefusedByItsElement(String example, String element) {
        Consent consent = example(example);
        consent.addExtension(ConsentDrafts.given("x").getExtension().getFirst());
        consent.addExtension(ConsentDrafts.given("x").getExtension().get(1));

        MessageRefused refused = catchThrowableOfType(MessageRefused.class, () -> ConsentReading.terms(consent));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.expression()).isEqualTo(element);
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
