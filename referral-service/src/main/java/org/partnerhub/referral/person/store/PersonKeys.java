package org.partnerhub.referral.person.store;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.person.Demographics;
import org.partnerhub.referral.person.match.BlockKeys;
import org.partnerhub.referral.person.match.Described;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** The keys by which people are found. */
@Repository
class PersonKeys implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(PersonKeys.class);
    private static final int BATCH = 500;

    private final JdbcClient database;
    private final TransactionOperations transaction;
    private final JsonMapper json;

    PersonKeys(JdbcClient database, TransactionOperations transaction, JsonMapper json) {
        this.database = database;
        this.transaction = transaction;
        this.json = json;
    }

    /** Waits for whoever else may be making the same person, until the caller's transaction ends; in one order for everybody. */
    void lock(Set<Long> keys) {
        database.sql("select pg_advisory_xact_lock(key) from (select unnest(:keys) as key order by 1) ordered")
                .param("keys", new TreeSet<>(keys).toArray(Long[]::new))
                .query((row, number) -> 0)
                .list();
    }

    void add(PersonId id, Set<Long> keys) {
        database.sql("insert into person_key (key, person_id) select unnest(:keys), :id on conflict do nothing")
                .param("keys", keys.toArray(Long[]::new))
                .param("id", id.value())
                .update();
    }

    /** Nobody is looked for before everybody can be found: the keys of an earlier version are made afresh at the start. */
    @Override
    public void afterPropertiesSet() {
        int people = 0;
        for (int done = BATCH; done == BATCH; people += done) {
            done = transaction.execute(status -> rekey());
        }
        if (people > 0) {
            LOG.info("Made the keys of {} people afresh.", people);
        }
    }

    private int rekey() {
        List<UUID> stale = database.sql(
                        "select id from person where key_version < :now order by id limit :most for update skip locked")
                .param("now", BlockKeys.VERSION)
                .param("most", BATCH)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        for (UUID id : stale) {
            database.sql("delete from person_key where person_id = :id")
                    .param("id", id)
                    .update();
            database.sql("select demographics from person_description where person_id = :id")
                    .param("id", id)
                    .query((row, number) -> row.getString("demographics"))
                    .list()
                    .forEach(told -> add(
                            new PersonId(id), BlockKeys.of(Described.of(json.readValue(told, Demographics.class)))));
            database.sql("update person set key_version = :now where id = :id")
                    .param("now", BlockKeys.VERSION)
                    .param("id", id)
                    .update();
        }
        return stale.size();
    }
}
