package org.partnerhub.fhir.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.fhir.message.MessageRefused;

/** Whatever a Consent is made of, the hub shares nothing on it that the guide would not, and misses nothing that it denies. */
class NeverWiderTest {

    private static final String REASONS = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
    private static final String LABELS = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";

    /** From the day on which it is said: nobody is asked about days before. */
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2022, 6, 13), LocalDate.of(2022, 9, 1), LocalDate.of(2023, 9, 1), LocalDate.of(2030, 1, 1));

    @Property(tries = 600)
    void theHubPermitsNothingThatTheGuideDoesNotAndRefusesAllThatItDenies(@ForAll("consents") Consent consent) {
        Optional<HubAnswer> recorded = read(consent);
        Statistics.collect(recorded.map(it -> it.terms().decision()).orElse("named"));
        recorded.ifPresent(hub -> DAYS.forEach(day -> HubQuestion.all().stream()
                .filter(HubQuestion::isWithinPolicy)
                .forEach(asked -> compare(hub, consent, asked, day))));
    }

    private static void compare(HubAnswer hub, Consent consent, HubQuestion asked, LocalDate day) {
        if (hub.permits(asked.purpose(), asked.kind(), asked.category(), day)) {
            assertThat(asked.asTheGuideMayMeanIt(day))
                    .as("%s on %s", asked, day)
                    .allMatch(it -> PrivacyConsentReading.permits(consent, it));
        }
        if (asked.asTheGuideMightMeanIt(day).stream().anyMatch(it -> PrivacyConsentReading.denies(consent, it))) {
            assertThat(hub.refuses(asked.purpose(), asked.kind(), asked.category(), day))
                    .as("%s on %s", asked, day)
                    .isTrue();
        }
    }

    private static Optional<HubAnswer> read(Consent consent) {
        try {
            return Optional.of(new HubAnswer(ConsentDrafts.reading().terms(consent, new ArrayList<>())));
        } catch (MessageRefused named) {
            assertThat(named.status()).isEqualTo(422);
            assertThat(named.expression()).startsWith("Consent.provision");
            return Optional.empty();
        }
    }

    @Provide
    Arbitrary<Consent> consents() {
        return Combinators.combine(provision(), provision().list().ofMaxSize(1)).as((root, nested) -> {
            Consent consent = ConsentDrafts.given("7b0f5c1e-6a52-4b7e-9d53-0a4d2f6c9e11");
            consent.setDateTimeElement(new DateTimeType("2022-06-13"));
            consent.setProvision(root.copy());
            nested.forEach(it -> consent.getProvision().addProvision(it.copy()));
            return consent;
        });
    }

    /** Mostly what can be recorded, so that there is something to compare. */
    private static Arbitrary<ProvisionComponent> provision() {
        Arbitrary<Optional<ConsentProvisionType>> type = Arbitraries.of(
                        ConsentProvisionType.PERMIT, ConsentProvisionType.DENY)
                .optional(0.8);
        return Combinators.combine(type, purposes(), actors(), classes(), labels(), end(), data())
                .as((kind, purposes, actors, classes, labels, end, data) -> {
                    ProvisionComponent provision = new ProvisionComponent();
                    kind.ifPresent(provision::setType);
                    provision.setPurpose(purposes).setClass_(classes).setSecurityLabel(labels);
                    actors.forEach(it -> ConsentDrafts.actor(provision, it.getSystem(), it.getCode()));
                    end.ifPresent(it -> provision.getPeriod().setEndElement(new DateTimeType(it)));
                    data.ifPresent(it -> provision.addData().setReference(new Reference(it)));
                    return provision;
                });
    }

    private static Arbitrary<List<Coding>> purposes() {
        return some(
                3,
                new Coding(REASONS, "TREAT", null),
                new Coding(REASONS, "HPAYMT", null),
                new Coding(REASONS, "HOPERAT", null),
                new Coding(REASONS, "HRESCH", null),
                new Coding(Hub.PURPOSE, "early-help-support", null),
                new Coding(Hub.PURPOSE, "mental-health-specialist", null),
                new Coding(Hub.PURPOSE, "mental-health-wellbeing", null));
    }

    private static Arbitrary<List<Coding>> actors() {
        return some(
                2,
                new Coding(Hub.RECIPIENT_KIND, "mental-health", null),
                new Coding(Hub.RECIPIENT_KIND, "council", null),
                new Coding(Hub.RECIPIENT, "the-hospital", null));
    }

    private static Arbitrary<List<Coding>> classes() {
        return some(
                3,
                new Coding(Hub.CATEGORY, "identity", null),
                new Coding(Hub.CATEGORY, "emotional-health", null),
                new Coding(Hub.CATEGORY, "safety", null));
    }

    private static Arbitrary<List<Coding>> labels() {
        return some(1, new Coding(LABELS, "N", null), new Coding(LABELS, "R", null), new Coding(LABELS, "V", null));
    }

    private static Arbitrary<List<Coding>> some(int most, Coding... codes) {
        Arbitrary<List<Coding>> some =
                Arbitraries.of(codes).list().uniqueElements().ofMaxSize(most);
        return Arbitraries.oneOf(Arbitraries.just(List.of()), some);
    }

    private static Arbitrary<Optional<String>> end() {
        return Arbitraries.of("2022-12-31", "2024-12-31").optional(0.4);
    }

    private static Arbitrary<Optional<String>> data() {
        return Arbitraries.just("Observation/ex-alcoholUse").optional(0.1);
    }
}
