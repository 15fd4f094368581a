package org.partnerhub.referral.person.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.person.Demographics;
import org.partnerhub.referral.person.match.Children;
import org.partnerhub.referral.person.match.Described;
import org.partnerhub.referral.person.match.Match;
import org.partnerhub.referral.person.match.Population;
import org.partnerhub.referral.person.match.Population.Agency;
import org.partnerhub.referral.person.match.Tally;

class PeopleProofIT {

    private static final double LEAST_PRECISION = 0.9995;
    private static final double LEAST_RECALL = 0.97;

    /** Two thousand descriptions alone may be luckier or unluckier by as much as this. */
    private static final double CHANCE = 0.02;

    private static final double MOST_MILLIS = 20;

    /** One in so many is not in the table though siblings and parents are. */
    private static final int LEFT_OUT = 12;

    @Test
    @Tag("proof-people")
    void agenciesThatErrAreUnderstoodAndNobodyIsTakenForAnother() {
        boolean full = "full".equals(System.getProperty("hub.proof"));
        int size = full ? 200_000 : 5_000;
        int asked = full ? 20_000 : 2_000;
        Population population = new Population(41, size);
        Random random = new Random(7);
        List<Children> everybody = population.people();
        List<@org.jspecify.annotations.Nullable PersonId> expected = new ArrayList<>();
        List<PersonId> ids = new ArrayList<>();
        List<Demographics> descriptions = new ArrayList<>();
        for (Children child : everybody) {
            if (random.nextInt(LEFT_OUT) == 0) {
                expected.add(null);
                continue;
            }
            PersonId id = PersonId.fresh();
            expected.add(id);
            ids.add(id);
            descriptions.add(population.described(child, agency(random)).demographics());
        }
        try (LoadedPeople loaded = new LoadedPeople()) {
            loaded.load(ids, descriptions, "first");
            warmUp(loaded, population, everybody, random);
            Tally tally = new Tally(asked);
            for (int i = 0; i < asked; i++) {
                int who = random.nextInt(everybody.size());
                Described told = Described.of(
                        population.described(everybody.get(who), agency(random)).demographics());
                long begun = System.nanoTime();
                Match match = loaded.people.match(told, "second");
                tally.count(expected.get(who), match, System.nanoTime() - begun);
            }

            System.out.printf("proof people: %,d people, %,d descriptions: %s%n", size, asked, tally);
            assertThat(tally.precision()).isGreaterThanOrEqualTo(LEAST_PRECISION);
            assertThat(tally.recall()).isGreaterThanOrEqualTo(full ? LEAST_RECALL : LEAST_RECALL - CHANCE);
            assertThat(tally.millisAt(0.99)).isLessThanOrEqualTo(full ? MOST_MILLIS : 5 * MOST_MILLIS);
        }
    }

    private static void warmUp(LoadedPeople loaded, Population population, List<Children> everybody, Random random) {
        for (int i = 0; i < 500; i++) {
            Children child = everybody.get(random.nextInt(everybody.size()));
            loaded.people.match(
                    Described.of(population.described(child, agency(random)).demographics()), "second");
        }
    }

    private static Agency agency(Random random) {
        return List.of(Agency.values()).get(random.nextInt(Agency.values().length));
    }
}
