package org.partnerhub.referral.person.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.NhsNumber;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.person.Demographics;
import org.partnerhub.contracts.person.Demographics.Address;
import org.partnerhub.referral.person.KnownPerson;
import org.partnerhub.referral.person.Recognised;
import org.partnerhub.referral.person.match.BlockKeys;
import org.partnerhub.referral.person.match.Described;
import org.partnerhub.referral.person.match.Doubt;
import org.partnerhub.referral.person.match.Match;
import org.partnerhub.referral.person.match.Match.Lookalike;
import org.partnerhub.referral.person.match.Matching;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everybody whom the hub knows. An id that was merged into another finds the person that it was merged into. */
@Repository
public class People {

    private final JdbcClient database;
    private final Descriptions descriptions;
    private final PersonKeys keys;
    private final Homes homes;
    private final Reviews reviews;
    private final Matching matching;

    People(
            JdbcClient database,
            Descriptions descriptions,
            PersonKeys keys,
            Homes homes,
            Reviews reviews,
            NamesInUse names) {
        this.database = database;
        this.descriptions = descriptions;
        this.keys = keys;
        this.homes = homes;
        this.reviews = reviews;
        this.matching = new Matching(names);
    }

    public Optional<KnownPerson> find(PersonId id) {
        Optional<KnownPerson> found =
                database.sql("""
                        select * from person where current_id = (select current_id from person where id = :id)
                        order by id = current_id desc, known_since, id
                        """).param("id", id.value()).query(PersonRows::person).list().stream()
                        .reduce(KnownPerson::joinedBy);
        return found.map(person -> person.protectedWhereabouts() || !reviews.mayBeProtected(person.id())
                ? person
                : new KnownPerson(person.id(), person.demographics(), true));
    }

    /** The id by which a person is known now; the same id where nobody has it. */
    public PersonId current(PersonId id) {
        return database.sql("select current_id from person where id = :id")
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .map(PersonId::new)
                .orElse(id);
    }

    /** Who is surely meant; makes nobody and remembers nothing. */
    public Optional<PersonId> lookUp(Demographics told, String by) {
        return match(Described.of(told), by) instanceof Match.Sure(PersonId person, PersonId _)
                ? Optional.of(person)
                : Optional.empty();
    }

    Match match(Described described, String by) {
        return matching.decide(described, by, descriptions.candidates(BlockKeys.of(described)));
    }

    /** The same as {@link #recognise}, for whom it is enough to know the person. */
    public KnownPerson resolve(Demographics told, String by, Instant at) {
        return recognise(told, by, at).person();
    }

    /**
     * Finds the person who is surely meant, or makes one, and a task for an officer where somebody known may be the same; in the
     * caller's transaction. Whoever describes the same new person at the same time waits here.
     *
     * @param by the partner or service whose description it is
     */
    public Recognised recognise(Demographics told, String by, Instant at) {
        Described described = Described.of(told);
        Match match = match(described, by);
        if (!(match instanceof Match.Sure)) {
            keys.lock(BlockKeys.of(described));
            match = match(described, by);
        }
        return switch (match) {
            case Match.Sure(PersonId _, PersonId linkedTo) -> completed(linkedTo, told, described, by, at);
            case Match.Doubtful(List<Lookalike> lookalikes) -> doubted(told, described, lookalikes, by, at);
            case Match.Nobody() -> made(told, described, true, by, at);
        };
    }

    private Recognised completed(PersonId id, Demographics told, Described described, String by, Instant at) {
        if (!descriptions.holds(id, told, by)) {
            // first: what is inserted refers to the row, and two who held it shared could not both go on
            KnownPerson known = database.sql("select * from person where id = :id for no key update")
                    .param("id", id.value())
                    .query(PersonRows::person)
                    .single();
            if (descriptions.add(id, told, by, at)) {
                update(new KnownPerson(id, known.demographics(), known.protectedWhereabouts()).completedBy(told));
                keys.add(id, BlockKeys.of(described));
                homes.add(id, described, by, at);
            }
        }
        return new Recognised(find(id).orElseThrow(), id);
    }

    private void update(KnownPerson now) {
        database.sql("""
                        update person set nhs_number = :nhsNumber, nhs_number_absent = :nhsNumberAbsent, upn = :upn,
                            birth_date = :birthDate, address_lines = :lines, postcode = :postcode, telephone = :telephone,
                            authority = :authority, school_urn = :schoolUrn, protected_whereabouts = :protected
                        where id = :id
                        """)
                .params(columns(now.demographics()))
                .param("protected", now.protectedWhereabouts())
                .param("id", now.id().value())
                .update();
    }

    /** A number that may be another's is told in the description and not held to be this person's. */
    private Recognised doubted(
            Demographics told, Described described, List<Lookalike> lookalikes, String by, Instant at) {
        boolean numberIsTheirs = lookalikes.stream().noneMatch(it -> contests(it, described));
        Recognised made = made(told, described, numberIsTheirs, by, at);
        lookalikes.forEach(it -> reviews.raise(made.linkedTo(), it, by, at));
        return new Recognised(find(made.linkedTo()).orElseThrow(), made.linkedTo());
    }

    private boolean contests(Lookalike lookalike, Described described) {
        return !described.nhsNumbers().isEmpty()
                && !lookalike.doubts().contains(Doubt.OTHER_NHS_NUMBER)
                && descriptions.holdsNumber(lookalike.person(), described.nhsNumbers());
    }

    private Recognised made(Demographics told, Described described, boolean numberIsTheirs, String by, Instant at) {
        PersonId id = PersonId.fresh();
        Map<String, @Nullable Object> columns = columns(told);
        if (!numberIsTheirs) {
            columns.put("nhsNumber", null);
            columns.put("nhsNumberAbsent", "not-known");
        }
        database.sql("""
                        insert into person (id, current_id, key_version, nhs_number, nhs_number_absent, upn, given_names,
                            family_name, birth_date, address_lines, postcode, telephone, authority, school_urn,
                            protected_whereabouts, known_since)
                        values (:id, :id, :keyVersion, :nhsNumber, :nhsNumberAbsent, :upn, :given, :family, :birthDate, :lines,
                            :postcode, :telephone, :authority, :schoolUrn, :protected, :at)
                        """)
                .params(columns)
                .param("id", id.value())
                .param("keyVersion", BlockKeys.VERSION)
                .param("protected", told.protectsWhereabouts())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        descriptions.add(id, told, by, at);
        keys.add(id, BlockKeys.of(described));
        homes.add(id, described, by, at);
        return new Recognised(find(id).orElseThrow(), id);
    }

    /** Whether an officer's word ends or begins the protection of where somebody is; false where nobody has the id. */
    public boolean protect(PersonId id, boolean isProtected) {
        return database.sql("""
                        update person set protected_whereabouts = :protected
                        where current_id = (select current_id from person where id = :id)
                        """)
                        .param("id", id.value())
                        .param("protected", isProtected)
                        .update()
                > 0;
    }

    /** The ids that count as one person with this one, the first being the current one. */
    public Set<PersonId> together(PersonId id) {
        return Set.copyOf(
                database.sql("select id from person where current_id = (select current_id from person where id = :id)")
                        .param("id", id.value())
                        .query((row, number) -> new PersonId(row.getObject("id", UUID.class)))
                        .list());
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
}
