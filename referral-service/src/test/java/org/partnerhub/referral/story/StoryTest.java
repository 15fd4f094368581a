package org.partnerhub.referral.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.referral.story.StoryPart.LeadProfessional;
import org.partnerhub.referral.story.StoryPart.Professional;

class StoryTest {

    private static final PartnerId SCHOOL = new PartnerId("fenland-academy");
    private static final PartnerId CAMHS = new PartnerId("cpft");

    private final List<Contribution> parts = new ArrayList<>();

    @Test
    void aCorrectionStandsInTheFirstOnesPlaceAndBothAreKept() {
        Contribution wrong = tell(statement("41 per cent"), SCHOOL, null);
        Contribution right = tell(statement("81 per cent"), SCHOOL, wrong.id());

        assertThat(story().current()).containsExactly(right);
        assertThat(story().parts()).containsExactly(wrong, right);
        assertThat(story().superseded()).containsExactly(wrong.id());
    }

    @Test
    void whatWasEnteredInErrorIsGoneFromWhatHolds() {
        Contribution wrong = tell(statement("another child's"), SCHOOL, null);
        tell(new StoryPart.Retraction(Category.EDUCATION), SCHOOL, wrong.id());

        assertThat(story().current()).isEmpty();
    }

    @Test
    void onlyTheAuthorMayCorrectIt() {
        Contribution told = tell(statement("81 per cent"), SCHOOL, null);

        assertThat(story().ownOf(SCHOOL, told.id())).contains(told);
        assertThat(story().ownOf(CAMHS, told.id())).isEmpty();
        assertThat(story().ownOf(SCHOOL, UUID.randomUUID())).isEmpty();
    }

    @Test
    void whoeverIsNamedBesideTheLeadLeadsNothing() {
        Contribution first = lead("first", null, null);
        lead("second", null, null);
        lead("third", UUID.randomUUID(), null);

        assertThat(story().leadProfessional()).contains(first);
    }

    @Test
    void aHandOverNamesTheOneWhoLed() {
        Contribution first = lead("first", null, null);
        Contribution second = lead("second", first.id(), null);
        lead("too late", first.id(), null);

        assertThat(story().leadProfessional()).contains(second);
    }

    @Test
    void aCorrectedLeadLeadsOnAndOneEnteredInErrorDoesNot() {
        Contribution first = lead("misspelt", null, null);
        Contribution corrected = lead("spelt right", null, first.id());
        assertThat(story().leadProfessional()).contains(corrected);

        tell(new StoryPart.Retraction(Category.PLAN), SCHOOL, corrected.id());
        assertThat(story().leadProfessional()).isEmpty();

        Contribution next = lead("next", null, null);
        assertThat(story().leadProfessional()).contains(next);
    }

    @Test
    void aCorrectionOfAFormerLeadLeadsNothing() {
        Contribution first = lead("first", null, null);
        Contribution second = lead("second", first.id(), null);
        lead("first, spelt right", null, first.id());

        assertThat(story().leadProfessional()).contains(second);
    }

    @Test
    void whatCameWithAReferralIsToldAsItWasPutRight() {
        ReferralId referral = ReferralId.fresh();
        Contribution came =
                new Contribution(UUID.randomUUID(), statement("came"), null, SCHOOL, Instant.EPOCH, referral, null);
        parts.add(came);
        tell(statement("told before by others"), CAMHS, null);
        Contribution right = tell(statement("came, put right"), SCHOOL, came.id());

        assertThat(story().cameWith(referral).current()).containsExactly(right);
    }

    private Contribution lead(String name, @Nullable UUID takesOverFrom, @Nullable UUID corrects) {
        return tell(new LeadProfessional(new Professional(name, null, null), takesOverFrom), SCHOOL, corrects);
    }

    private Contribution tell(StoryPart part, PartnerId by, @Nullable UUID corrects) {
        Contribution told = new Contribution(UUID.randomUUID(), part, null, by, Instant.EPOCH, null, corrects);
        parts.add(told);
        return told;
    }

    private static StoryPart statement(String text) {
        return new StoryPart.Statement(Category.EDUCATION, text);
    }

    private Story story() {
        return new Story(parts);
    }
}
