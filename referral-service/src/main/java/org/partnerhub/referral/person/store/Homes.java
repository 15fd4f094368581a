package org.partnerhub.referral.person.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.referral.person.Relation;
import org.partnerhub.referral.person.match.BlockKeys;
import org.partnerhub.referral.person.match.Described;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who lives with whom and who is whose relative: facts, each with who told it. */
@Repository
public class Homes {

    private final JdbcClient database;

    Homes(JdbcClient database) {
        this.database = database;
    }

    /** Keeps that somebody lives where a description says; nothing where it says no postcode and house. */
    void add(PersonId id, Described described, String source, Instant at) {
        Set<Long> homes = BlockKeys.homes(described);
        database.sql("""
                        insert into person_home (home, person_id, source, told_at)
                        select unnest(:homes), :id, :source, :at on conflict do nothing
                        """)
                .param("homes", homes.toArray(Long[]::new))
                .param("id", id.value())
                .param("source", source)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Keeps that one is a relative of the other, as a partner told it. */
    public void related(
            PersonId person, PersonId relative, String relation, String source, ReferralId referral, Instant at) {
        database.sql("""
                        insert into person_relative (person_id, relative_id, relation, source, referral_id, told_at)
                        select :person, :relative, :relation, :source, :referral, :at where :person <> :relative
                        on conflict do nothing
                        """)
                .param("person", person.value())
                .param("relative", relative.value())
                .param("relation", relation)
                .param("source", source)
                .param("referral", referral.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Everybody known to share a household or blood with a person, once for each who told it. */
    public List<Relation> of(PersonId id) {
        return database.sql("""
                        with me as (select id from person where current_id = (select current_id from person where id = :id))
                        select other.current_id as relative, 'same-household' as relation, there.source, min(there.told_at) as told_at
                        from person_home here
                            join person_home there on there.home = here.home
                            join person other on other.id = there.person_id
                        where here.person_id in (select id from me) and there.person_id not in (select id from me)
                        group by 1, 2, 3
                        union
                        select other.current_id, relation, source, min(told_at)
                        from person_relative join person other on other.id = relative_id
                        where person_id in (select id from me) and relative_id not in (select id from me)
                        group by 1, 2, 3
                        order by 1, 2, 3
                        """)
                .param("id", id.value())
                .query((row, number) -> new Relation(
                        new PersonId(row.getObject("relative", UUID.class)),
                        row.getString("relation"),
                        row.getString("source"),
                        row.getObject("told_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
