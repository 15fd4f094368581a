package org.partnerhub.consent.consent.store;

import org.partnerhub.contracts.identity.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Serialises what changes a person's consents with what is decided about that person, across all instances. Held until the
 * transaction ends. What is to be read under the lock is read by a later statement: one statement would see the time before it waited.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class PersonLock {

    private final JdbcClient jdbc;

    PersonLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** For deciding: decisions do not hinder each other. */
    public void share(PersonId person) {
        jdbc.sql("SELECT pg_advisory_xact_lock_shared(hashtextextended(:person, 0))")
                .param("person", person.toString())
                .query((row, number) -> true)
                .single();
    }

    /** For changing consents: waits until no decision about the person is being made. */
    public void exclude(PersonId person) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:person, 0))")
                .param("person", person.toString())
                .query((row, number) -> true)
                .single();
    }
}
