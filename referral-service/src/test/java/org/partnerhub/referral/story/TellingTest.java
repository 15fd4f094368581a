package org.partnerhub.referral.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;

class TellingTest {

    private static final Telling TELLING =
            new Telling(ReferralId.fresh(), new PartnerId("fenland-academy"), Instant.parse("2026-11-23T10:00:00Z"));

    @Test
    void everyPartHasItsAuthorTimeAndCategory() {
        List<Contribution> parts = TELLING.contributions(ToldStories.WHOLE);

        assertThat(parts)
                .extracting(it -> it.part().category())
                .containsExactly(
                        Category.PLAN,
                        Category.VOICE,
                        Category.EDUCATION,
                        Category.POLICE,
                        Category.PLAN,
                        Category.PLAN,
                        Category.PLAN,
                        Category.PLAN,
                        Category.PLAN,
                        Category.PLAN);
        assertThat(parts).allSatisfy(part -> {
            assertThat(part.by()).isEqualTo(TELLING.by());
            assertThat(part.at()).isEqualTo(TELLING.at());
            assertThat(part.referral()).isEqualTo(TELLING.referral());
        });
        assertThat(parts.get(2).occurredOn()).isEqualTo(LocalDate.of(2026, 11, 2));
    }

    @Test
    void aReferralMayAddNothing() {
        assertThat(TELLING.contributions(null)).isEmpty();
    }
}
