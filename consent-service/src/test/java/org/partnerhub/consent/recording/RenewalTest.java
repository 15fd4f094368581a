package org.partnerhub.consent.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.partnerhub.consent.recording.Consents.TODAY;
import static org.partnerhub.consent.recording.Consents.by;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnerhub.consent.consent.Capacity;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.consent.ConsentTerms;
import org.partnerhub.contracts.schema.Violation;

class RenewalTest {

    private static final ConsentTerms.GivenBy ADA = by(Capacity.PARENTAL_RESPONSIBILITY, "Ada Marlow");
    private static final ConsentTerms.GivenBy BEN = by(Capacity.PARENTAL_RESPONSIBILITY, "Ben Marlow");
    private static final ConsentTerms.GivenBy SEVENTEEN = by(Capacity.SIXTEEN_OR_SEVENTEEN, "");
    private static final ConsentTerms.GivenBy ADULT = by(Capacity.ADULT, "");
    private static final ConsentTerms.GivenBy COURT = by(Capacity.COURT, "Family Court");

    private static Renewal renewal(ConsentTerms.GivenBy by, int days) {
        return new Renewal(by, TODAY.plusDays(days), new ConsentTerms.Evidence("verbal", null), TODAY);
    }

    static Stream<Arguments> givers() {
        return Stream.of(
                arguments("the same parent", ADA, by(Capacity.PARENTAL_RESPONSIBILITY, " ada marlow"), true),
                arguments("the other parent", ADA, BEN, false),
                arguments("the young person after a parent", ADA, SEVENTEEN, true),
                arguments("a parent after the young person", SEVENTEEN, ADA, false),
                arguments("a court after the young person", SEVENTEEN, COURT, false),
                arguments("the same court", COURT, COURT, true),
                arguments("a parent after a court", COURT, ADA, false),
                arguments("the young person, adult by now", SEVENTEEN, ADULT, true));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("givers")
    void onlyWhoeverGaveItRenewsItOrThePersonThemselves(
            String who, ConsentTerms.GivenBy gave, ConsentTerms.GivenBy renews, boolean may) {
        List<String> pointers = renewal(renews, 300).violations(Consents.record(Consents.terms(gave)), TODAY).stream()
                .map(Violation::pointer)
                .toList();
        assertThat(pointers).isEqualTo(may ? List.of() : List.of("/givenBy"));
    }

    @Test
    void renewalNeverShortensAndIsNeverOver() {
        ConsentRecord consent = Consents.record(Consents.terms(ADA));
        assertThat(renewal(ADA, 264).violations(consent, TODAY))
                .extracting(Violation::pointer)
                .containsExactly("/until");
        assertThat(renewal(ADA, 300).violations(consent, TODAY.plusDays(301)))
                .extracting(Violation::pointer)
                .containsExactly("/until");
    }

    @Test
    void renewalSaidBeforeTheConsentIsNone() {
        ConsentRecord consent = Consents.record(Consents.terms(ADA));
        Renewal early =
                new Renewal(ADA, TODAY.plusDays(300), new ConsentTerms.Evidence("verbal", null), TODAY.minusDays(101));
        assertThat(early.violations(consent, TODAY))
                .extracting(Violation::pointer)
                .containsExactly("/obtainedOn");
    }

    @Test
    void consentInForceGoesOnAndAnEndedOneBeginsAgain() {
        ConsentRecord consent = Consents.record(Consents.terms(ADA));
        assertThat(renewal(ADA, 600).of(consent, TODAY).from())
                .isEqualTo(consent.terms().from());
        assertThat(renewal(ADA, 600).of(consent, TODAY.plusDays(266)).from()).isEqualTo(TODAY.plusDays(266));
        assertThat(renewal(ADA, 600).of(consent, TODAY).categories())
                .isEqualTo(consent.terms().categories());
    }
}
