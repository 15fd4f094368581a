package org.partnerhub.consent.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.partnerhub.consent.decision.Fixture.agreement;
import static org.partnerhub.consent.decision.Fixture.consent;
import static org.partnerhub.consent.decision.Fixture.consented;
import static org.partnerhub.consent.decision.Fixture.override;
import static org.partnerhub.consent.decision.Fixture.recipient;
import static org.partnerhub.consent.decision.Fixture.release;
import static org.partnerhub.consent.decision.Fixture.withdrawn;
import static org.partnerhub.consent.override.OverrideGround.ASKING_WOULD_ENDANGER;
import static org.partnerhub.consent.override.OverrideGround.VITAL_INTERESTS;
import static org.partnerhub.contracts.decision.DecisionAnswer.Missing.AGREEMENT;
import static org.partnerhub.contracts.decision.DecisionAnswer.Missing.CONSENT;
import static org.partnerhub.contracts.decision.DecisionAnswer.Missing.NOTHING;
import static org.partnerhub.contracts.decision.DecisionAnswer.Missing.RELEASE;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnerhub.consent.agreement.Agreement;
import org.partnerhub.consent.consent.Capacity;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.consent.ConsentTerms;
import org.partnerhub.consent.release.ReleaseRecord;
import org.partnerhub.contracts.decision.DecisionAnswer.Missing;
import org.partnerhub.contracts.decision.DecisionAnswer.Outcome;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.GroundKind;

class RulesTest {

    @Test
    void whatNoRuleWithholdsMayGoInRelianceOnTheConsent() {
        Fixture fixture = consented();
        Verdict verdict = fixture.decide();
        assertThat(verdict.outcome()).isEqualTo(Outcome.PERMIT);
        assertThat(verdict.permitted()).containsExactlyInAnyOrder(Category.IDENTITY, Category.VOICE);
        assertThat(verdict.reliance().consents())
                .containsExactly(fixture.consents().getFirst().id());
        assertThat(verdict.missing()).isNull();
    }

    static Stream<Arguments> casesThatOneRuleRefuses() {
        return Stream.of(
                arguments("purpose-unknown", NOTHING, consented().purpose("astrology")),
                arguments("recipient-unknown", NOTHING, consented().to(null)),
                arguments(
                        "recipient-not-for-purpose",
                        NOTHING,
                        consented().to(recipient("police", "police", "cambridgeshire-constabulary"))),
                arguments(
                        "requester-does-not-run-recipient", NOTHING, consented().askedBy("cpft")),
                arguments("nothing-asked", NOTHING, consented().asking()),
                arguments(
                        "category-never-for-purpose",
                        NOTHING,
                        statutory("section-85-notice").asking(Category.VOICE)),
                arguments("agreement-missing", AGREEMENT, consented().withAgreements()),
                arguments("agreement-missing", AGREEMENT, consented().withAgreements(ended())),
                arguments(
                        "agreement-missing",
                        AGREEMENT,
                        consented().to(recipient("joint", "council", "cambridgeshire-county-council", "cpft"))),
                arguments(
                        "agreement-does-not-cover-category",
                        AGREEMENT,
                        consented()
                                .asking(Category.PLAN)
                                .withConsents(consent(terms -> terms), consent(RulesTest::coveringPlan))),
                arguments(
                        "whereabouts-protected",
                        NOTHING,
                        consented().asking(Category.CONTACT).isProtected()),
                arguments(
                        "whereabouts-not-released",
                        RELEASE,
                        statutory("safeguarding").asking(Category.CONTACT).isProtected()),
                arguments(
                        "free-text-about-a-protected-person",
                        RELEASE,
                        consented().asking(Category.VOICE).isProtected()),
                arguments("consent-refused", NOTHING, consented().withConsents(consent(Fixture::refused))),
                arguments(
                        "consent-disputed",
                        RELEASE,
                        consented()
                                .withConsents(
                                        consent(it -> Fixture.by(it, Capacity.PARENTAL_RESPONSIBILITY, "Ada Marlow")),
                                        consent(it -> Fixture.refused(
                                                Fixture.by(it, Capacity.PARENTAL_RESPONSIBILITY, "Ben Marlow"))))),
                arguments("consent-withdrawn", CONSENT, consented().withConsents(withdrawn(consent(terms -> terms)))),
                arguments("consent-expired", CONSENT, consented().withConsents(consent(Fixture::ended))),
                arguments(
                        "consent-does-not-cover-recipient",
                        CONSENT,
                        consented().withConsents(consent(Fixture::toOthers))),
                arguments(
                        "consent-does-not-cover-category", CONSENT, consented().asking(Category.POLICE)),
                arguments("consent-missing", CONSENT, consented().withConsents()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("casesThatOneRuleRefuses")
    void eachRuleRefusesByItself(String rule, Missing missing, Fixture fixture) {
        Verdict verdict = fixture.decide();
        assertThat(verdict.outcome()).isEqualTo(Outcome.REFUSE);
        assertThat(verdict.rules()).containsExactly(rule);
        assertThat(verdict.missing()).isEqualTo(missing);
        assertThat(verdict.reliance()).isEqualTo(Reliance.NONE);
    }

    @Test
    void everyRuleIsTheDecidingOneInSomeCase() {
        Set<String> deciding = new HashSet<>();
        casesThatOneRuleRefuses().forEach(it -> deciding.add((String) it.get()[0]));
        List<String> all = Stream.concat(
                        Rules.OF_THE_WHOLE.stream().map(WholeRule::name),
                        Rules.OF_EACH_CATEGORY.stream().map(CategoryRule::name))
                .toList();
        assertThat(deciding).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void everyReasonIsASentenceThatAParentCouldBeTold() {
        assertThat(Stream.concat(
                        Rules.OF_THE_WHOLE.stream().map(WholeRule::words),
                        Rules.OF_EACH_CATEGORY.stream().map(CategoryRule::words)))
                .allMatch(words -> words.matches("[A-Z].*[.]") && words.length() < 160);
    }

    @Test
    void partOfItGoesWhereOnlyPartIsCovered() {
        Verdict verdict = consented().asking(Category.IDENTITY, Category.POLICE).decide();
        assertThat(verdict.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(verdict.permitted()).containsExactly(Category.IDENTITY);
        assertThat(verdict.missing()).isNull();
    }

    @Test
    void everyConsentReliedOnIsNamed() {
        Fixture fixture = consented()
                .asking(Category.IDENTITY, Category.PLAN)
                .withConsents(consent(terms -> terms), consent(RulesTest::onlyPlan))
                .withAgreements(coveringEverything());
        assertThat(fixture.decide().reliance().consents()).hasSize(2);
    }

    @Test
    void statutoryPurposeAsksNeitherForConsentNorForAnAgreement() {
        Fixture fixture = statutory("safeguarding").withConsents(consent(Fixture::refused));
        assertThat(fixture.decide().outcome()).isEqualTo(Outcome.PERMIT);
        assertThat(fixture.question().restsOnConsent()).isFalse();
    }

    @Test
    void whereLifeIsAtRiskProtectedWhereaboutsAreShared() {
        Fixture crisis = statutory("mental-health-crisis").asking(Category.CONTACT, Category.VOICE);
        assertThat(crisis.isProtected().decide().outcome()).isEqualTo(Outcome.PERMIT);
        assertThat(crisis.question().dependsOnWhereabouts()).isFalse();
    }

    @Test
    void namedPersonsReleaseLetsWhereaboutsAndWordsGoToThatRecipientForThatPurpose() {
        Fixture asked = statutory("safeguarding")
                .asking(Category.CONTACT, Category.VOICE)
                .isProtected();
        ReleaseRecord release =
                release("safeguarding", "early-help-hub-cambridgeshire", Category.CONTACT, Category.VOICE);

        assertThat(asked.withReleases(release).decide().outcome()).isEqualTo(Outcome.PERMIT);
        assertThat(asked.withReleases(release).decide().reliance().releases()).containsExactly(release);
        assertThat(asked.withReleases(release("safeguarding", "mash-cambridgeshire", Category.CONTACT, Category.VOICE))
                        .decide()
                        .outcome())
                .isEqualTo(Outcome.REFUSE);
        assertThat(asked.withReleases(release(
                                "exploitation-risk", "early-help-hub-cambridgeshire", Category.CONTACT, Category.VOICE))
                        .decide()
                        .outcome())
                .isEqualTo(Outcome.REFUSE);
    }

    @Test
    void nobodyReleasesWhereaboutsForAPurposeThatNeverTellsThem() {
        Fixture asked = consented().asking(Category.CONTACT, Category.VOICE).isProtected();
        ReleaseRecord release =
                release("early-help-support", "early-help-hub-cambridgeshire", Category.CONTACT, Category.VOICE);

        assertThat(asked.withReleases(release).decide().permitted()).containsExactly(Category.VOICE);
    }

    @Test
    void overrideTakesThePlaceOfAConsentAndOfNothingElse() {
        Fixture nobodyAsked = consented().withConsents().withOverrides(override(ASKING_WOULD_ENDANGER, false));

        assertThat(nobodyAsked.decide().outcome()).isEqualTo(Outcome.PERMIT);
        assertThat(nobodyAsked.decide().reliance().ground()).isEqualTo(GroundKind.OVERRIDE);
        assertThat(nobodyAsked.withAgreements().decide().rules()).containsExactly("agreement-missing");
        assertThat(nobodyAsked.isProtected().asking(Category.VOICE).decide().rules())
                .containsExactly("free-text-about-a-protected-person");
        assertThat(nobodyAsked.asking(Category.PLAN).decide().rules()).contains("consent-missing");
    }

    @Test
    void whereLifeIsAtRiskAnOverrideDoesNotWaitForAnAgreement() {
        assertThat(consented()
                        .withConsents()
                        .withAgreements()
                        .withOverrides(override(VITAL_INTERESTS, false))
                        .decide()
                        .outcome())
                .isEqualTo(Outcome.PERMIT);
    }

    @Test
    void consentThatStandsIsReliedOnBeforeAnOverride() {
        Verdict verdict = consented()
                .withOverrides(override(ASKING_WOULD_ENDANGER, false))
                .decide();
        assertThat(verdict.reliance().ground()).isEqualTo(GroundKind.EXPLICIT_CONSENT);
        assertThat(verdict.reliance().overrides()).isEmpty();
    }

    @Test
    void overrideStandsAgainstARefusalOnlyWhereItsAuthoriserKnew() {
        Fixture refused = consented().withConsents(consent(Fixture::refused));

        assertThat(refused.withOverrides(override(ASKING_WOULD_ENDANGER, false))
                        .decide()
                        .rules())
                .containsExactly("consent-refused");
        assertThat(refused.withOverrides(override(ASKING_WOULD_ENDANGER, true))
                        .decide()
                        .outcome())
                .isEqualTo(Outcome.PERMIT);
    }

    @Test
    void withdrawnConsentNeverSilentlyBecomesAnOverride() {
        ConsentRecord consent = consent(terms -> terms);
        ConsentRecord withdrawn = new ConsentRecord(
                consent.id(),
                consent.subject(),
                consent.terms(),
                consent.recordedBy(),
                consent.recordedAt(),
                Fixture.NOW.minusSeconds(30));

        assertThat(consented()
                        .withConsents(withdrawn)
                        .withOverrides(override(ASKING_WOULD_ENDANGER, true))
                        .decide()
                        .rules())
                .as("authorised 30 seconds before the withdrawal")
                .containsExactly("consent-withdrawn");
    }

    @Test
    void noticeOfAStayNeedsNoFactsAboutThePerson() {
        assertThat(statutory("section-85-notice")
                        .asking(Category.IDENTITY, Category.STAY)
                        .question()
                        .dependsOnWhereabouts())
                .isFalse();
        assertThat(consented().question().dependsOnWhereabouts()).isTrue();
    }

    @Test
    void withdrawalNoticeNamesNoCategory() {
        Verdict verdict = statutory("withdrawal-notice").asking().decide();
        assertThat(verdict.outcome()).isEqualTo(Outcome.PERMIT);
        assertThat(verdict.permitted()).isEmpty();
    }

    /** The easiest thing that would let something go is what it waits for. */
    @Test
    void refusedForSeveralReasonsItWaitsForTheEasiest() {
        Verdict verdict = consented()
                .asking(Category.LEGAL_STATUS, Category.IDENTITY)
                .withConsents()
                .decide();
        assertThat(verdict.outcome()).isEqualTo(Outcome.REFUSE);
        assertThat(verdict.missing()).isEqualTo(CONSENT);
    }

    private static Fixture statutory(String purpose) {
        return consented().purpose(purpose).withAgreements().withConsents();
    }

    private static Agreement ended() {
        Agreement agreement = agreement("cambridgeshire-county-council");
        return new Agreement(
                agreement.reference(),
                agreement.partner(),
                agreement.purposes(),
                agreement.categories(),
                agreement.from(),
                Fixture.TODAY.minusDays(1),
                agreement.reviewOn(),
                agreement.signedBy());
    }

    private static Agreement coveringEverything() {
        Agreement agreement = agreement("cambridgeshire-county-council");
        return new Agreement(
                agreement.reference(),
                agreement.partner(),
                agreement.purposes(),
                Set.of(Category.values()),
                agreement.from(),
                agreement.until(),
                agreement.reviewOn(),
                agreement.signedBy());
    }

    private static ConsentTerms coveringPlan(ConsentTerms terms) {
        return covering(terms, Set.of(Category.PLAN, Category.IDENTITY));
    }

    private static ConsentTerms onlyPlan(ConsentTerms terms) {
        return covering(terms, Set.of(Category.PLAN));
    }

    private static ConsentTerms covering(ConsentTerms terms, Set<Category> categories) {
        return new ConsentTerms(
                terms.decision(),
                terms.givenBy(),
                terms.purposes(),
                terms.recipients(),
                categories,
                terms.from(),
                terms.until(),
                terms.evidence(),
                terms.obtainedOn());
    }
}
