package org.partnerhub.consent.person.store;

import java.util.UUID;
import org.partnerhub.contracts.identity.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which ids are one person's, as referral-service said when it merged them. Nearly everybody has one id alone. */
@Repository
public class SamePeople {

    private static final String SURVIVOR = """
            WITH RECURSIVE up (person, step) AS (
                SELECT CAST(:person AS uuid), 0
                UNION ALL
                SELECT m.survivor, step + 1 FROM up JOIN merged_person m ON m.person = up.person WHERE step < 1000
            )
            SELECT person FROM up ORDER BY step DESC LIMIT 1
            """;

    private static final String EVERY_ID = """
            WITH RECURSIVE merged (person) AS (
                SELECT CAST(:survivor AS uuid)
                UNION
                SELECT m.person FROM merged JOIN merged_person m ON m.survivor = merged.person
            )
            SELECT person FROM merged
            """;

    private final JdbcClient jdbc;

    SamePeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The id that survived; the same one where nothing was merged. */
    public PersonId survivor(PersonId person) {
        return jdbc.sql(SURVIVOR)
                .param("person", person.value())
                .query((row, number) -> new PersonId(row.getObject("person", UUID.class)))
                .single();
    }

    /** Every id of the person, this one among them. */
    public UUID[] everyId(PersonId person) {
        return jdbc.sql(EVERY_ID)
                .param("survivor", survivor(person).value())
                .query(UUID.class)
                .list()
                .toArray(UUID[]::new);
    }

    /**
     * Puts one under the other.
     *
     * @return false where they are one person already
     */
    public boolean merge(PersonId from, PersonId into) {
        if (survivor(from).equals(survivor(into))) {
            return false;
        }
        jdbc.sql("INSERT INTO merged_person (person, survivor) VALUES (:from, :into)")
                .param("from", survivor(from).value())
                .param("into", into.value())
                .update();
        return true;
    }

    /**
     * Takes one out again, with everybody who had been merged into it before.
     *
     * @return false where it had not been merged away
     */
    public boolean unmerge(PersonId restored) {
        return jdbc.sql("DELETE FROM merged_person WHERE person = :person")
                        .param("person", restored.value())
                        .update()
                == 1;
    }
}
