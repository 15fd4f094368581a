package org.partnerhub.consent.person.store;

import java.util.Comparator;
import java.util.stream.Stream;
import org.partnerhub.contracts.identity.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Serialises what changes a person's consents with what is decided about that person, across all instances. Held until the
 * transaction ends. What is to be read under the lock is read by a later statement: one statement would see the time before it waited.
 *
 * <p>Several ids of one person are one lock, that of the id which survived. A merge or an unmerge that committed while the lock was
 * waited for is noticed afterwards, and the right one is taken as well.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class PersonLock {

    private static final String SHARED = "SELECT pg_advisory_xact_lock_shared(hashtextextended(:person, 0))";
    private static final String EXCLUSIVE = "SELECT pg_advisory_xact_lock(hashtextextended(:person, 0))";

    private final JdbcClient jdbc;
    private final SamePeople people;

    PersonLock(JdbcClient jdbc, SamePeople people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /** For deciding: decisions do not hinder each other. */
    public void share(PersonId person) {
        lock(SHARED, person);
    }

    /** For changing consents: waits until no decision about the person is being made. */
    public void exclude(PersonId person) {
        lock(EXCLUSIVE, person);
    }

    /** For putting two people together or apart; always in one order, so that two merges do not wait for each other. */
    public void excludeBoth(PersonId one, PersonId other) {
        Stream.of(one, other)
                .map(people::survivor)
                .distinct()
                .sorted(Comparator.comparing(PersonId::value))
                .forEach(this::exclude);
    }

    private void lock(String how, PersonId person) {
        PersonId locked = null;
        for (PersonId now = people.survivor(person); !now.equals(locked); now = people.survivor(person)) {
            jdbc.sql(how)
                    .param("person", now.toString())
                    .query((row, number) -> true)
                    .single();
            locked = now;
        }
    }
}
