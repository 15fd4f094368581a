package org.partnerhub.referral.person.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.person.Demographics;
import org.partnerhub.referral.person.AgencyDescription;
import org.partnerhub.referral.person.match.Candidate;
import org.partnerhub.referral.person.match.Candidate.Told;
import org.partnerhub.referral.person.match.Described;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** How each agency wrote people down. Added to, never changed; each stays with the id under which it was told. */
@Repository
public class Descriptions {

    /** Who shares the most keys comes first: enough for the commonest name. */
    private static final int MOST_CANDIDATES = 60;

    private final JdbcClient database;
    private final JsonMapper json;

    Descriptions(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Everybody who shares a key, with all that was told of them. */
    List<Candidate> candidates(Set<Long> keys) {
        Map<PersonId, List<Told>> found = new LinkedHashMap<>();
        database.sql("""
                        with found as (
                            select person_id from person_key where key = any(:keys)
                            group by person_id order by count(*) desc, person_id limit :most)
                        select person.current_id, told.person_id, told.described_by, told.demographics
                        from person join person_description told on told.person_id = person.id
                        where person.current_id in (
                            select current_id from person join found on found.person_id = person.id)
                        """)
                .param("keys", keys.toArray(Long[]::new))
                .param("most", MOST_CANDIDATES)
                .query(row -> {
                    Told told = new Told(
                            new PersonId(row.getObject("person_id", UUID.class)),
                            row.getString("described_by"),
                            Described.of(json.readValue(row.getString("demographics"), Demographics.class)));
                    found.computeIfAbsent(
                                    new PersonId(row.getObject("current_id", UUID.class)), any -> new ArrayList<>())
                            .add(told);
                });
        return found.entrySet().stream()
                .map(it -> new Candidate(it.getKey(), it.getValue()))
                .toList();
    }

    /** Whether the agency said the same before. */
    boolean holds(PersonId id, Demographics told, String by) {
        return database.sql("""
                        select exists (select from person_description
                                       where person_id = :id and described_by = :by and demographics = :told::jsonb)
                        """)
                .param("id", id.value())
                .param("by", by)
                .param("told", json.writeValueAsString(told))
                .query(Boolean.class)
                .single();
    }

    /** Whether it was news: the same words of the same agency are kept once. */
    boolean add(PersonId id, Demographics told, String by, Instant at) {
        return database.sql("""
                        insert into person_description (person_id, described_by, described_at, demographics)
                        select :id, :by, :at, :told::jsonb
                        where not exists (select from person_description
                                          where person_id = :id and described_by = :by and demographics = :told::jsonb)
                        """)
                        .param("id", id.value())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("told", json.writeValueAsString(told))
                        .update()
                == 1;
    }

    boolean holdsNumber(PersonId person, Set<String> nhsNumbers) {
        return database.sql("""
                        select exists (select from person_description told join person on person.id = told.person_id
                                       where person.current_id = :person and told.demographics ->> 'nhsNumber' = any(:numbers))
                        """)
                .param("person", person.value())
                .param("numbers", nhsNumbers.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    /** All that was told of a person, oldest first, and under which id. */
    public List<AgencyDescription> of(PersonId id) {
        return database.sql("""
                        select told.* from person_description told join person on person.id = told.person_id
                        where person.current_id = (select current_id from person where id = :id)
                        order by told.described_at, told.id
                        """)
                .param("id", id.value())
                .query((row, number) -> new AgencyDescription(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("described_by"),
                        row.getObject("described_at", java.time.OffsetDateTime.class)
                                .toInstant(),
                        json.readValue(row.getString("demographics"), Demographics.class)))
                .list();
    }
}
