package org.partnerhub.fhir.consent.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hl7.fhir.r4.model.Consent;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.fhir.consent.ConsentDrafts;
import org.partnerhub.fhir.consent.Terms;
import org.partnerhub.fhir.consent.incoming.ConsentReading;

/** What the hub says as FHIR and reads back says the same, in either form. */
class ConsentRoundTripTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final ConsentReading READING = ConsentDrafts.reading();
    private static final List<String> NOTHING_LOST = List.of();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    @Property(tries = 300)
    void termsComeBackThroughJson(@ForAll("terms") Terms terms) {
        String text = FHIR.newJsonParser().encodeResourceToString(Consents.of(terms));

        assertThat(READING.terms(FHIR.newJsonParser().parseResource(Consent.class, text), NOTHING_LOST))
                .isEqualTo(terms);
    }

    @Property(tries = 300)
    void termsComeBackThroughXml(@ForAll("terms") Terms terms) {
        String text = FHIR.newXmlParser().encodeResourceToString(Consents.of(terms));

        assertThat(READING.terms(FHIR.newXmlParser().parseResource(Consent.class, text), NOTHING_LOST))
                .isEqualTo(terms);
    }

    /** What one says less than the other is named, and nothing else. */
    @Property(tries = 200)
    void whatIsAsBeforeNarrowsNothing(@ForAll("terms") Terms terms) {
        assertThat(terms.narrowed(terms)).isEmpty();
    }

    @Provide
    Arbitrary<Terms> terms() {
        Arbitrary<List<Terms.Excepted>> exceptions = Combinators.combine(reach(), categories(0))
                .as(Terms.Excepted::new)
                .list()
                .ofMaxSize(3);
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 4000).map(DAY::plusDays);
        return Combinators.combine(given(), purposes(), reach(), categories(1), days, days, exceptions)
                .as((decision, purposes, reach, categories, from, until, excepted) -> new Terms(
                        decision,
                        "gillick-competent",
                        purposes,
                        reach,
                        categories,
                        from,
                        until,
                        DAY,
                        "form",
                        decision.equals("given") ? excepted : List.of()));
    }

    private static Arbitrary<String> given() {
        return Arbitraries.of("given", "refused");
    }

    private static Arbitrary<Set<Purpose>> purposes() {
        return Arbitraries.of("early-help-support", "education-support", "mental-health-specialist")
                .map(Purpose::new)
                .set()
                .ofMinSize(1);
    }

    private static Arbitrary<Set<Category>> categories(int least) {
        return Arbitraries.of(Category.class).set().ofMinSize(least);
    }

    private static Arbitrary<Terms.Reach> reach() {
        Arbitrary<Set<String>> kinds =
                Arbitraries.of("council", "school", "mental-health").set();
        Arbitrary<Set<RecipientId>> ids = Arbitraries.of("cpft-camhs", "younited", "early-help-hub-cambridgeshire")
                .map(RecipientId::new)
                .set();
        return Combinators.combine(kinds, ids)
                .as(Terms.Reach::new)
                .filter(it -> !it.kinds().isEmpty() || !it.ids().isEmpty());
    }
}
