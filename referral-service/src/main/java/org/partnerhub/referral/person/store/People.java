package org.partnerhub.referral.person.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.NhsNumber;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.person.Demographics;
import org.partnerhub.contracts.person.Demographics.Address;
import org.partnerhub.contracts.person.Demographics.PersonName;
import org.partnerhub.referral.person.KnownPerson;
import org.partnerhub.referral.person.Recognition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Everybody whom the hub knows. */
@Repository
public class People {

    private final JdbcClient database;
    private final JsonMapper json;

    People(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    public Optional<KnownPerson> find(PersonId id) {
        return database.sql("select * from person where id = :id")
                .param("id", id.value())
                .query(People::person)
                .optional();
    }

    /**
     * Finds the person who is surely meant, or makes one; in the caller's transaction.
     *
     * @param by the partner or service whose description it is
     */
    public KnownPerson resolve(Demographics told, String by, Instant at) {
        if (told.nhsNumber() == null) {
            queueWithTheLikes(told);
        }
        return Recognition.among(candidates(told), told)
                .map(known -> completed(known, told, by, at))
                .orElseGet(() -> made(told, by, at));
    }

    /** Without a number there is no unique key that two at once would meet on, so they take turns. */
    private void queueWithTheLikes(Demographics told) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(lower(:family) || :birthDate, 0))")
                .param("family", told.name().family())
                .param("birthDate", String.valueOf(told.birthDate()))
                .query((row, number) -> 0)
                .single();
    }

    private List<KnownPerson> candidates(Demographics told) {
        return database.sql("""
                        select * from person where nhs_number = :nhsNumber
                        union
                        select * from person where upn = :upn and birth_date = :birthDate
                        union
                        select * from person
                        where lower(family_name) = lower(:family) and birth_date = :birthDate
                          and (replace(postcode, ' ', '') = replace(:postcode, ' ', '') or school_urn = :schoolUrn)
                        """).params(columns(told)).query(People::person).list();
    }

    private KnownPerson completed(KnownPerson known, Demographics told, String by, Instant at) {
        if (told.equals(known.demographics())) {
            return known;
        }
        KnownPerson now = known.completedBy(told);
        if (!now.equals(known)) {
            database.sql("""
                            update person set nhs_number = :nhsNumber, nhs_number_absent = :nhsNumberAbsent, upn = :upn,
                                birth_date = :birthDate, address_lines = :lines, postcode = :postcode,
                                telephone = :telephone, authority = :authority, school_urn = :schoolUrn
                            where id = :id
                            """)
                    .params(columns(now.demographics()))
                    .param("id", now.id().value())
                    .update();
        }
        database.sql("""
                        insert into person_description (person_id, described_by, described_at, demographics)
                        values (:id, :by, :at, :told::jsonb)
                        """)
                .params(description(told, by, at))
                .param("id", now.id().value())
                .update();
        return now;
    }

    private KnownPerson made(Demographics told, String by, Instant at) {
        UUID id = database.sql("""
                        with made as (
                            insert into person (id, nhs_number, nhs_number_absent, upn, given_names, family_name, birth_date,
                                address_lines, postcode, telephone, authority, school_urn, known_since)
                            values (:id, :nhsNumber, :nhsNumberAbsent, :upn, :given, :family, :birthDate,
                                :lines, :postcode, :telephone, :authority, :schoolUrn, :at)
                            on conflict (nhs_number) do update set nhs_number = excluded.nhs_number
                            returning id)
                        insert into person_description (person_id, described_by, described_at, demographics)
                        select id, :by, :at, :told::jsonb from made
                        returning person_id
                        """)
                .params(columns(told))
                .params(description(told, by, at))
                .param("id", PersonId.fresh().value())
                .query(UUID.class)
                .single();
        return new KnownPerson(new PersonId(id), told, false);
    }

    private Map<String, @Nullable Object> description(Demographics told, String by, Instant at) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("by", by);
        columns.put("at", at.atOffset(ZoneOffset.UTC));
        columns.put("told", json.writeValueAsString(told));
        return columns;
    }

    private static Map<String, @Nullable Object> columns(Demographics told) {
        Address address = told.address();
        NhsNumber nhsNumber = told.nhsNumber();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("nhsNumber", nhsNumber == null ? null : nhsNumber.value());
        columns.put("nhsNumberAbsent", told.nhsNumberAbsent());
        columns.put("upn", told.upn());
        columns.put("given", told.name().given().toArray(String[]::new));
        columns.put("family", told.name().family());
        columns.put("birthDate", told.birthDate());
        columns.put("lines", address == null ? null : address.lines().toArray(String[]::new));
        columns.put("postcode", address == null ? null : address.postcode());
        columns.put("telephone", told.telephone());
        columns.put("authority", told.authority());
        columns.put("schoolUrn", told.schoolUrn());
        return columns;
    }

    private static KnownPerson person(ResultSet row, int number) throws SQLException {
        String nhsNumber = row.getString("nhs_number");
        Demographics demographics = new Demographics(
                nhsNumber == null ? null : new NhsNumber(nhsNumber),
                row.getString("nhs_number_absent"),
                row.getString("upn"),
                new PersonName(
                        List.of((String[]) row.getArray("given_names").getArray()), row.getString("family_name")),
                row.getObject("birth_date", LocalDate.class),
                address(row),
                row.getString("telephone"),
                row.getString("authority"),
                row.getString("school_urn"));
        return new KnownPerson(
                new PersonId(row.getObject("id", UUID.class)), demographics, row.getBoolean("protected_whereabouts"));
    }

    private static @Nullable Address address(ResultSet row) throws SQLException {
        var lines = row.getArray("address_lines");
        return lines == null ? null : new Address(List.of((String[]) lines.getArray()), row.getString("postcode"));
    }
}
