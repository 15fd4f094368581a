package org.partnerhub.consent.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.partnerhub.consent.consent.Capacity.COURT;
import static org.partnerhub.consent.consent.Capacity.GILLICK_COMPETENT;
import static org.partnerhub.consent.consent.Capacity.PARENTAL_RESPONSIBILITY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.directory.Directory.Channel;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/** Whose word counts; in the order of the domain's notes. */
class ConsentsOfSubjectTest {

    private static final Purpose HELP = new Purpose("early-help-support");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Recipient COUNCIL = new Recipient(
            new RecipientId("early-help-hub"), "hub", "council", "role", Set.of(), null, null, Channel.MAILBOX);
    private static final ConsentTerms.Answer YES = ConsentTerms.Answer.GIVEN;
    private static final ConsentTerms.Answer NO = ConsentTerms.Answer.REFUSED;

    private static ConsentRecord word(
            Capacity capacity, @Nullable String name, ConsentTerms.Answer answer, int daysAgo, Category... categories) {
        LocalDate day = TODAY.minusDays(daysAgo);
        ConsentTerms terms = new ConsentTerms(
                answer,
                new ConsentTerms.GivenBy(capacity, name, null),
                Set.of(HELP),
                new ConsentTerms.Recipients(Set.of("council"), Set.of()),
                categories.length == 0 ? Set.of(Category.IDENTITY) : Set.of(categories),
                day,
                TODAY.plusYears(1),
                new ConsentTerms.Evidence("verbal", null),
                day);
        Instant at = day.atTime(12, 0).atZone(ConsentRecord.ENGLAND).toInstant();
        return new ConsentRecord(ConsentId.fresh(), PersonId.fresh(), terms, new PartnerId("school"), at, null);
    }

    private static ConsentRecord withdrawn(ConsentRecord word, int daysAgo) {
        Instant at = TODAY.minusDays(daysAgo)
                .atTime(15, 0)
                .atZone(ConsentRecord.ENGLAND)
                .toInstant();
        return new ConsentRecord(word.id(), word.subject(), word.terms(), word.recordedBy(), word.recordedAt(), at);
    }

    private static Standing identity(ConsentRecord... words) {
        return new ConsentsOfSubject(List.of(words)).standing(HELP, COUNCIL, Category.IDENTITY, TODAY);
    }

    @Test
    void competentYoungPersonsRefusalIsNotOverriddenByAParent() {
        assertThat(identity(word(GILLICK_COMPETENT, null, NO, 5), word(PARENTAL_RESPONSIBILITY, "Ada", YES, 1)))
                .isInstanceOf(Standing.Refused.class);
    }

    @Test
    void competentYoungPersonsConsentStandsAgainstAParentsRefusal() {
        assertThat(identity(word(GILLICK_COMPETENT, null, YES, 5), word(PARENTAL_RESPONSIBILITY, "Ada", NO, 1)))
                .isInstanceOf(Standing.Given.class);
    }

    @Test
    void competentYoungPersonsConsentIsNotWidenedByAParent() {
        assertThat(identity(
                        word(GILLICK_COMPETENT, null, YES, 5, Category.VOICE),
                        word(PARENTAL_RESPONSIBILITY, "Ada", YES, 1)))
                .isInstanceOf(Standing.ForOtherCategories.class);
    }

    @Test
    void competentYoungPersonsWithdrawalIsNotUndoneByAParentsConsent() {
        assertThat(identity(
                        withdrawn(word(GILLICK_COMPETENT, null, YES, 5), 2),
                        word(PARENTAL_RESPONSIBILITY, "Ada", YES, 1)))
                .isInstanceOf(Standing.Withdrawn.class);
    }

    @Test
    void newestWordCounts() {
        assertThat(identity(word(GILLICK_COMPETENT, null, NO, 5), word(GILLICK_COMPETENT, null, YES, 1)))
                .isInstanceOf(Standing.Given.class);
        assertThat(identity(word(GILLICK_COMPETENT, null, YES, 5), word(GILLICK_COMPETENT, null, NO, 1)))
                .isInstanceOf(Standing.Refused.class);
    }

    @Test
    void consentAfterAWithdrawalCountsAgain() {
        assertThat(identity(withdrawn(word(GILLICK_COMPETENT, null, YES, 9), 5), word(GILLICK_COMPETENT, null, YES, 1)))
                .isInstanceOf(Standing.Given.class);
    }

    @Test
    void courtsWordStandsAboveParents() {
        assertThat(identity(word(COURT, "Family Court", YES, 5), word(PARENTAL_RESPONSIBILITY, "Ada", NO, 1)))
                .isInstanceOf(Standing.Given.class);
    }

    @Test
    void parentsWhoDisagreeAreADispute() {
        assertThat(identity(word(PARENTAL_RESPONSIBILITY, "Ada", YES, 5), word(PARENTAL_RESPONSIBILITY, "Ben", NO, 1)))
                .isInstanceOf(Standing.Disputed.class);
        assertThat(identity(
                        withdrawn(word(PARENTAL_RESPONSIBILITY, "Ada", YES, 5), 2),
                        word(PARENTAL_RESPONSIBILITY, "Ben", YES, 1)))
                .isInstanceOf(Standing.Disputed.class);
    }

    @Test
    void oneParentMayChangeTheirMind() {
        assertThat(identity(
                        word(PARENTAL_RESPONSIBILITY, "Ada Marlow", NO, 5),
                        word(PARENTAL_RESPONSIBILITY, " ada marlow", YES, 1)))
                .isInstanceOf(Standing.Given.class);
    }

    @Test
    void consentThatBeginsTomorrowOrEndedYesterdayDoesNotCount() {
        assertThat(new ConsentsOfSubject(List.of(word(GILLICK_COMPETENT, null, YES, 0)))
                        .standing(HELP, COUNCIL, Category.IDENTITY, TODAY.minusDays(1)))
                .isInstanceOf(Standing.Missing.class);
        assertThat(new ConsentsOfSubject(List.of(word(GILLICK_COMPETENT, null, YES, 0)))
                        .standing(
                                HELP,
                                COUNCIL,
                                Category.IDENTITY,
                                TODAY.plusYears(1).plusDays(1)))
                .isInstanceOf(Standing.Expired.class);
    }

    private static ConsentRecord keeping(ConsentRecord word, String fromKind, Category... categories) {
        ConsentTerms terms = word.terms();
        ConsentTerms keeping = new ConsentTerms(
                terms.decision(),
                terms.givenBy(),
                terms.purposes(),
                terms.recipients(),
                terms.categories(),
                terms.from(),
                terms.until(),
                terms.evidence(),
                terms.obtainedOn(),
                List.of(new ConsentTerms.Excepted(
                        new ConsentTerms.Recipients(Set.of(fromKind), Set.of()), Set.of(categories))));
        return new ConsentRecord(word.id(), word.subject(), keeping, word.recordedBy(), word.recordedAt(), null);
    }

    @Test
    void whatAYoungPersonExceptsIsRefusedAndNoParentUndoesIt() {
        ConsentRecord parents = word(PARENTAL_RESPONSIBILITY, "Ada", YES, 1);
        ConsentRecord own = word(GILLICK_COMPETENT, null, YES, 5);
        assertThat(identity(keeping(own, "council"), parents)).isInstanceOf(Standing.Refused.class);
        assertThat(identity(keeping(own, "council", Category.IDENTITY), parents))
                .isInstanceOf(Standing.Refused.class);
        assertThat(identity(keeping(own, "council", Category.VOICE), parents)).isInstanceOf(Standing.Given.class);
        assertThat(identity(keeping(own, "school"), parents)).isInstanceOf(Standing.Given.class);
    }

    @Test
    void whatOneParentExceptsAndTheOtherGivesIsADispute() {
        assertThat(identity(
                        keeping(word(PARENTAL_RESPONSIBILITY, "Ada", YES, 5), "council"),
                        word(PARENTAL_RESPONSIBILITY, "Ben", YES, 1)))
                .isInstanceOf(Standing.Disputed.class);
    }

    @Test
    void consentWithoutTheExceptionCountsFromWhenItIsSaid() {
        assertThat(identity(
                        keeping(word(GILLICK_COMPETENT, null, YES, 5), "council"),
                        word(GILLICK_COMPETENT, null, YES, 1)))
                .isInstanceOf(Standing.Given.class);
    }

    @Provide
    Arbitrary<ConsentRecord> words() {
        return Combinators.combine(
                        Arbitraries.of(GILLICK_COMPETENT, COURT, PARENTAL_RESPONSIBILITY),
                        Arbitraries.of("Ada", "Ben"),
                        Arbitraries.of(YES, NO),
                        Arbitraries.integers().between(1, 30),
                        Arbitraries.of(true, false))
                .as((capacity, name, answer, daysAgo, taken) -> taken && answer == YES
                        ? withdrawn(word(capacity, name, answer, daysAgo), daysAgo / 2)
                        : word(capacity, name, answer, daysAgo));
    }

    /** Whatever else was said: what is relied on is a consent that is given and not taken back. */
    @Property(tries = 2000)
    void onlyAConsentInForceIsEverReliedOn(@ForAll List<@From("words") ConsentRecord> words) {
        if (new ConsentsOfSubject(words).standing(HELP, COUNCIL, Category.IDENTITY, TODAY)
                instanceof Standing.Given given) {
            assertThat(words.stream().filter(it -> it.id().equals(given.consent())))
                    .singleElement()
                    .matches(it -> it.isGiven() && !it.isWithdrawn() && !it.hasExpired(TODAY));
        }
    }

    /** The order in which they are read from the database makes no difference. */
    @Property(tries = 500)
    void orderOfTheRecordsMakesNoDifference(@ForAll List<@From("words") ConsentRecord> words) {
        Standing standing = new ConsentsOfSubject(words).standing(HELP, COUNCIL, Category.IDENTITY, TODAY);
        Standing reversed = new ConsentsOfSubject(words.reversed()).standing(HELP, COUNCIL, Category.IDENTITY, TODAY);
        assertThat(reversed).hasSameClassAs(standing);
    }
}
