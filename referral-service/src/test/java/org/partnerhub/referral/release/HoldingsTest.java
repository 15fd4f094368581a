package org.partnerhub.referral.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.referral.story.Story;
import org.partnerhub.referral.story.StoryPart;

class HoldingsTest {

    @Test
    void aCategoryOfWhichNothingIsKnownIsNotThere() {
        Holdings little = new Holdings(MarkedHoldings.person(), new Story(List.of()), List.of(), null, null);

        assertThat(little.released(EnumSet.allOf(Category.class)))
                .containsOnlyKeys(Category.IDENTITY, Category.CONTACT);
    }

    @Test
    void nobodysWordsReplaceAnothers() {
        Holdings told = new Holdings(
                MarkedHoldings.person(),
                new Story(List.of(
                        MarkedHoldings.contribution(
                                new StoryPart.Statement(Category.EDUCATION, "first"), "fenland-academy"),
                        MarkedHoldings.contribution(new StoryPart.Statement(Category.EDUCATION, "second"), "cpft"))),
                List.of(),
                null,
                null);

        assertThat(told.released(Set.of(Category.EDUCATION)).get(Category.EDUCATION))
                .isInstanceOfSatisfying(
                        Content.Written.class,
                        written -> assertThat(written.contributions())
                                .extracting(
                                        Content.Statement::text, it -> it.by().value())
                                .containsExactly(tuple("first", "fenland-academy"), tuple("second", "cpft")));
    }
}
