package org.partnerhub.referral.person.store;

import java.util.HashMap;
import java.util.Map;
import org.partnerhub.referral.person.match.CommonNames;
import org.partnerhub.referral.person.match.NameUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How common names are among those whom the hub knows, counted now and then; an estimate is all that weights need. */
@Component
class NamesInUse implements NameUse {

    /** Fewer people than this say nothing about how common a name is. */
    private static final int ENOUGH_PEOPLE = 2_000;

    /** Rarer than this is as rare as can be told. */
    private static final int FEWEST_BEARERS = 4;

    /** One in so many: a slip in the commonest of names is not made that often in the same way. */
    private static final int PEOPLE_PER_BEARER = 5_000;

    private static final int MOST = 20_000;

    private record Counted(long people, Map<String, Integer> given, Map<String, Integer> family) {}

    private final JdbcClient database;
    private volatile Counted counted = new Counted(0, Map.of(), Map.of());

    NamesInUse(JdbcClient database) {
        this.database = database;
    }

    @Scheduled(fixedDelayString = "${hub.people.names-counted-every}", initialDelayString = "PT10S")
    void count() {
        long people =
                database.sql("select count(*) from person").query(Long.class).single();
        counted = new Counted(
                people,
                bearers("select lower(given_names[1]) as name, count(*) as bearers from person group by 1"),
                bearers("select lower(family_name) as name, count(*) as bearers from person group by 1"));
    }

    private Map<String, Integer> bearers(String sql) {
        Map<String, Integer> bearers = new HashMap<>();
        database.sql("select * from (" + sql
                        + ") names where name is not null and bearers >= :bearers order by bearers desc limit :most")
                .param("bearers", FEWEST_BEARERS)
                .param("most", MOST)
                .query(row -> {
                    bearers.put(row.getString("name"), row.getInt("bearers"));
                });
        return Map.copyOf(bearers);
    }

    @Override
    public double givenShare(String name) {
        return share(counted.given.get(name), counted.people, CommonNames.GIVEN_SHARE);
    }

    @Override
    public double familyShare(String name) {
        return share(counted.family.get(name), counted.people, CommonNames.FAMILY_SHARE);
    }

    private static double share(@org.jspecify.annotations.Nullable Integer bearers, long people, double usual) {
        if (people < ENOUGH_PEOPLE) {
            return usual;
        }
        return Math.max(bearers == null ? FEWEST_BEARERS : bearers, FEWEST_BEARERS) / (double) people;
    }

    @Override
    public boolean isGivenName(String name) {
        Counted now = counted;
        int bearers = now.given.getOrDefault(name, 0);
        return CommonNames.lists(name) || (bearers > 0 && bearers * (long) PEOPLE_PER_BEARER >= now.people);
    }
}
