package org.partnerhub.referral.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FamiliesTest {

    private static final List<UUID> PEOPLE =
            IntStream.range(0, 12).mapToObj(it -> new UUID(0, it)).toList();

    @Test
    void whoeverSharesAHouseholdWithNobodyIsAFamilyOfTheirOwn() {
        assertThat(new Families().of(PEOPLE.getFirst())).isEqualTo(PEOPLE.getFirst());
    }

    /** Each list of two numbers is a link; the families are what a search through the links finds. */
    @Property(tries = 300)
    void aFamilyIsWhoeverCanBeReachedThroughHouseholds(
            @ForAll @Size(max = 14) List<@Size(value = 2) List<@IntRange(min = 0, max = 11) Integer>> links) {
        Families families = new Families();
        links.forEach(it -> families.together(PEOPLE.get(it.getFirst()), PEOPLE.get(it.getLast())));

        for (int person = 0; person < PEOPLE.size(); person++) {
            Set<Integer> reached = reached(person, links);
            for (int other = 0; other < PEOPLE.size(); other++) {
                assertThat(families.of(PEOPLE.get(person)).equals(families.of(PEOPLE.get(other))))
                        .isEqualTo(reached.contains(other));
            }
        }
    }

    private static Set<Integer> reached(int from, List<List<Integer>> links) {
        Set<Integer> reached = new HashSet<>(Set.of(from));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (List<Integer> link : links) {
                if (reached.contains(link.getFirst()) || reached.contains(link.getLast())) {
                    grew |= reached.addAll(link);
                }
            }
        }
        return reached;
    }
}
