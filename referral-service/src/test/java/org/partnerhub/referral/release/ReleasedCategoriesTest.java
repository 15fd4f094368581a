package org.partnerhub.referral.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.partnerhub.contracts.content.Disclosure;
import org.partnerhub.contracts.identity.DecisionId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.schema.Schemas;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import tools.jackson.databind.json.JsonMapper;

/** Every value of these holdings is marked with the category that it belongs to, so that a leak is seen in the JSON. */
class ReleasedCategoriesTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    /** Words that only one category may let out. */
    private static final Map<Category, List<String>> MARKS = new EnumMap<>(Map.ofEntries(
            Map.entry(Category.IDENTITY, List.of("Marked-given", "Marked-family", "2011-05-04", "9990000018")),
            Map.entry(Category.CONTACT, List.of("Marked street", "PE15 8ZZ", "01632 960001", "999001")),
            Map.entry(Category.FAMILY, List.of("marked grandmother")),
            Map.entry(Category.EDUCATION, List.of("marked-education", "file-of-education")),
            Map.entry(Category.EMOTIONAL_HEALTH, List.of("marked-emotional-health", "file-of-emotional-health")),
            Map.entry(Category.PHYSICAL_HEALTH, List.of("marked-physical-health", "file-of-physical-health")),
            Map.entry(Category.SAFETY, List.of("marked-safety", "file-of-safety")),
            Map.entry(Category.HOUSING_AND_MONEY, List.of("marked-housing-and-money", "file-of-housing-and-money")),
            Map.entry(
                    Category.POLICE,
                    List.of("marked-police", "35/MARKED/26", "Marked circumstances", "file-of-police")),
            Map.entry(Category.VOICE, List.of("Marked words", "file-of-voice")),
            Map.entry(
                    Category.PLAN,
                    List.of(
                            "Marked going well",
                            "Marked nurse",
                            "Marked lead",
                            "Marked need",
                            "Marked strength",
                            "Marked action",
                            "Marked goal",
                            "marked-area",
                            "financial",
                            "file-of-plan")),
            Map.entry(Category.REFERRAL, List.of("Marked reason", "domestic-abuse")),
            Map.entry(Category.STAY, List.of()),
            Map.entry(Category.LEGAL_STATUS, List.of())));

    @Provide
    Arbitrary<Set<Category>> permitted() {
        return Arbitraries.of(Category.values()).set();
    }

    @Property(tries = 300)
    void nothingOfACategoryThatIsNotPermittedEverLeaves(@ForAll("permitted") Set<Category> permitted) {
        String told = JSON.writeValueAsString(MarkedHoldings.everything().released(permitted));

        for (Category category : EnumSet.complementOf(enumSet(permitted))) {
            MARKS.getOrDefault(category, List.of())
                    .forEach(mark -> assertThat(told).doesNotContain(mark));
        }
    }

    @Property(tries = 300)
    void allOfWhatIsPermittedLeaves(@ForAll("permitted") Set<Category> permitted) {
        Map<Category, Object> released = MarkedHoldings.everything().released(permitted);
        String told = JSON.writeValueAsString(released);

        assertThat(released.keySet()).isSubsetOf(permitted);
        for (Category category : permitted) {
            MARKS.getOrDefault(category, List.of())
                    .forEach(mark -> assertThat(told).contains(mark));
        }
    }

    @Property(tries = 300)
    void whatLeavesKeepsTheContract(@ForAll("permitted") Set<Category> permitted) {
        Disclosure disclosure = new Disclosure(
                UUID.randomUUID(),
                "referral",
                "referral/" + UUID.randomUUID(),
                PersonId.fresh(),
                new RecipientId("cpft-camhs"),
                new Purpose("safeguarding"),
                DecisionId.fresh(),
                MarkedHoldings.AT,
                MarkedHoldings.everything().released(permitted),
                List.of(),
                null);

        assertThat(Schemas.bundled().violations("disclosure", JSON.valueToTree(disclosure)))
                .isEmpty();
    }

    private static EnumSet<Category> enumSet(Set<Category> categories) {
        EnumSet<Category> set = EnumSet.noneOf(Category.class);
        set.addAll(categories);
        return set;
    }
}
