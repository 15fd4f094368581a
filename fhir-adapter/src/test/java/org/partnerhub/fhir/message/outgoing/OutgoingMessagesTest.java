package org.partnerhub.fhir.message.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnerhub.contracts.content.Disclosure;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.fhir.Disclosures;
import org.partnerhub.fhir.message.Bars;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.fhir.message.Target;

class OutgoingMessagesTest {

    private static final Target CAMHS = new Target(Hub.RECIPIENT, "cpft-camhs");
    private static final FhirContext FHIR = FhirContext.forR4Cached();

    @Test
    void aReferralIsAServiceRequestRequestToTheRecipient() {
        Disclosure disclosure = Disclosures.mentalHealthReferral();
        Bundle bundle = OutgoingMessages.message(disclosure, CAMHS, null, false);
        MessageHeader header = (MessageHeader) bundle.getEntryFirstRep().getResource();

        assertThat(bundle.getType()).isEqualTo(Bundle.BundleType.MESSAGE);
        assertThat(bundle.getIdElement().getIdPart())
                .isEqualTo(disclosure.delivery().toString());
        assertThat(header.getEventCoding().getSystem()).isEqualTo(Bars.MESSAGE_EVENTS);
        assertThat(header.getEventCoding().getCode()).isEqualTo("servicerequest-request");
        assertThat(header.getReason().getCodingFirstRep().getCode()).isEqualTo("new");
        assertThat(header.getDestinationFirstRep().getEndpoint()).isEqualTo(Hub.RECIPIENT + "|cpft-camhs");
        assertThat(header.getFocusFirstRep().getReference()).isEqualTo(fullUrl(bundle, ServiceRequest.class));
    }

    @Test
    void theServiceRequestSaysWhatIsAskedAndWhy() {
        ServiceRequest request = only(message(Disclosures.mentalHealthReferral()), ServiceRequest.class);

        assertThat(request.getIntent()).isEqualTo(ServiceRequest.ServiceRequestIntent.PLAN);
        assertThat(request.getPriority()).isEqualTo(ServiceRequest.ServiceRequestPriority.URGENT);
        assertThat(request.getReasonCodeFirstRep().getText()).isEqualTo("Anxious since the summer.");
        assertThat(request.getCategoryFirstRep().getCoding())
                .extracting("code")
                .containsExactly("referral", "mental-health-specialist");
        assertThat(request.getNote())
                .extracting("text")
                .contains("Withheld: police. The consent does not cover information from the police.");
    }

    @Test
    void thePatientHasIdentityAndContact() {
        Patient patient = only(message(Disclosures.mentalHealthReferral()), Patient.class);

        assertThat(patient.getNameFirstRep().getNameAsSingleString()).isEqualTo("Wren Isla Fenwick");
        assertThat(patient.getBirthDateElement().getValueAsString()).isEqualTo("2011-03-14");
        assertThat(patient.getIdentifier()).extracting("value").contains("9990001006", "Y999001234567");
        assertThat(patient.getIdentifierFirstRep().getExtensionByUrl(Bars.NHS_NUMBER_STATUS))
                .isNotNull();
        assertThat(patient.getAddressFirstRep().getPostalCode()).isEqualTo("PE13 9ZZ");
        assertThat(patient.getTelecomFirstRep().getValue()).isEqualTo("01632 960123");
        assertThat(patient.getMeta().getProfile())
                .extracting("value")
                .containsExactly("https://fhir.hl7.org.uk/StructureDefinition/UKCore-Patient");
    }

    @Test
    void whatWasSaidKeepsItsSpeakerAndDay() {
        List<Observation> said = all(message(Disclosures.mentalHealthReferral()), Observation.class);

        assertThat(said)
                .extracting(it -> it.getCode().getCodingFirstRep().getCode())
                .containsExactly("emotional-health", "voice");
        assertThat(said.getFirst().getPerformerFirstRep().getDisplay()).isEqualTo("fenland-academy");
        assertThat(said.getFirst().getEffectiveDateTimeType().getValueAsString())
                .isEqualTo("2026-11-17");
        assertThat(said.getLast().getValueStringType().getValue())
                .isEqualTo("I want to come back but not all at once.");
    }

    @Test
    void familyAndPlanHaveResourcesOfTheirOwn() {
        Bundle bundle = message(Disclosures.mentalHealthReferral());

        assertThat(only(bundle, RelatedPerson.class).getNameFirstRep().getText())
                .isEqualTo("Tess Fenwick");
        assertThat(only(bundle, CarePlan.class).getNote())
                .extracting("text")
                .contains("What is going really well? Loves drawing.");
    }

    @Test
    void everyAttemptNamesTheSameResources() {
        Disclosure disclosure = Disclosures.mentalHealthReferral();

        assertThat(json(OutgoingMessages.message(disclosure, CAMHS, null, false)))
                .isEqualTo(json(OutgoingMessages.message(disclosure, CAMHS, null, false)));
    }

    @Test
    void aWithdrawalNamesNobodyAndNothingThatWasShared() {
        Disclosure disclosure = Disclosures.withdrawal();
        Bundle bundle = message(disclosure);

        assertThat(all(bundle, Patient.class)).isEmpty();
        assertThat(((MessageHeader) bundle.getEntryFirstRep().getResource())
                        .getEventCoding()
                        .getCode())
                .isEqualTo(Hub.WITHDRAWAL_EVENT);
        assertThat(only(bundle, Communication.class).getPayload())
                .extracting(it -> it.getContentStringType().getValue())
                .contains("Purpose: mental-health-specialist", "Categories: identity, voice");
    }

    @Test
    void feedbackAnswersTheMessageByWhichTheReferralCame() {
        Bundle bundle = OutgoingMessages.message(Disclosures.feedback(), CAMHS, "their-message-1", false);
        MessageHeader header = (MessageHeader) bundle.getEntryFirstRep().getResource();

        assertThat(header.getEventCoding().getCode()).isEqualTo("servicerequest-response");
        assertThat(header.getResponse().getIdentifier()).isEqualTo("their-message-1");
        assertThat(only(bundle, ServiceRequest.class).getStatus())
                .isEqualTo(ServiceRequest.ServiceRequestStatus.REVOKED);
    }

    @Test
    void wordsCannotBecomeMarkupOrBreakTheMessage() {
        String hostile = "<script>alert(1)</script> & \u0000\u0008\uFFFF \"quoted\" ]]>";
        Disclosure disclosure = Disclosures.referral(Map.of(
                Category.REFERRAL, Map.of("reason", hostile),
                Category.VOICE, Map.of("words", List.of(hostile))));
        Bundle bundle = message(disclosure);

        for (IParser parser : List.of(FHIR.newJsonParser(), FHIR.newXmlParser())) {
            parser.setParserErrorHandler(new StrictErrorHandler());
            Bundle again = (Bundle) parser.parseResource(parser.encodeResourceToString(bundle));
            assertThat(only(again, ServiceRequest.class).getReasonCodeFirstRep().getText())
                    .contains("<script>alert(1)</script> &");
            assertThat(only(again, ServiceRequest.class).getText().getDivAsString())
                    .doesNotContain("<script>");
        }
    }

    static List<Disclosure> everyKind() {
        return List.of(Disclosures.mentalHealthReferral(), Disclosures.withdrawal(), Disclosures.feedback());
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void everyMessageIsStrictR4AndEveryReferenceIsInIt(Disclosure disclosure) {
        Bundle bundle = message(disclosure);
        IParser parser = FHIR.newJsonParser();
        parser.setParserErrorHandler(new StrictErrorHandler());

        Bundle again = (Bundle) parser.parseResource(json(bundle));

        List<String> urls = again.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getFullUrl)
                .toList();
        assertThat(FHIR.newTerser().getAllPopulatedChildElementsOfType(again, Reference.class))
                .filteredOn(it -> it.getReference() != null)
                .allSatisfy(it -> assertThat(urls).contains(it.getReference()));
        assertThat(urls).doesNotHaveDuplicates();
    }

    private static Bundle message(Disclosure disclosure) {
        return OutgoingMessages.message(disclosure, CAMHS, null, false);
    }

    private static String json(Bundle bundle) {
        return FHIR.newJsonParser().encodeResourceToString(bundle);
    }

    private static <T extends Resource> List<T> all(Bundle bundle, Class<T> type) {
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static <T extends Resource> T only(Bundle bundle, Class<T> type) {
        assertThat(all(bundle, type)).hasSize(1);
        return all(bundle, type).getFirst();
    }

    private static String fullUrl(Bundle bundle, Class<? extends Resource> type) {
        Optional<String> url = bundle.getEntry().stream()
                .filter(it -> type.isInstance(it.getResource()))
                .map(Bundle.BundleEntryComponent::getFullUrl)
                .findFirst();
        return url.orElseThrow();
    }
}
