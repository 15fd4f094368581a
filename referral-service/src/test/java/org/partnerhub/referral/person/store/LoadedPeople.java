package org.partnerhub.referral.person.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.person.Demographics;
import org.partnerhub.referral.person.match.BlockKeys;
import org.partnerhub.referral.person.match.Described;
import org.partnerhub.testkit.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** A database with people in it, put there in bulk, and the service's own way of finding them. */
final class LoadedPeople implements AutoCloseable {

    private static final int BATCH = 1_000;

    private final TestDatabase database = TestDatabase.fresh("referral");
    private final JsonMapper json = JsonMapper.builder().build();
    private final SingleConnectionDataSource connection;
    private final NamesInUse names;

    final People people;

    LoadedPeople() {
        Flyway.configure()
                .dataSource(
                        database.url(),
                        database.owner().user(),
                        database.owner().password())
                .locations("classpath:db/support", "classpath:db/referral")
                .placeholders(java.util.Map.of("serviceRole", database.service().user()))
                .load()
                .migrate();
        connection = new SingleConnectionDataSource(
                database.url(), database.service().user(), database.service().password(), true);
        JdbcClient client = JdbcClient.create(connection);
        names = new NamesInUse(client);
        people = new People(
                client,
                new Descriptions(client, json),
                new PersonKeys(client, TransactionOperations.withoutTransaction(), json),
                new Homes(client),
                new Reviews(client),
                names);
    }

    /** One person for each description, in the same order. */
    void load(List<PersonId> ids, List<Demographics> descriptions, String by) {
        String url = database.url() + (database.url().contains("?") ? "&" : "?") + "reWriteBatchedInserts=true";
        try (Connection owner = DriverManager.getConnection(
                url, database.owner().user(), database.owner().password())) {
            owner.setAutoCommit(false);
            for (int from = 0; from < ids.size(); from += BATCH) {
                int to = Math.min(ids.size(), from + BATCH);
                insert(owner, ids.subList(from, to), descriptions.subList(from, to), by);
                owner.commit();
            }
            owner.setAutoCommit(true);
            try (var statement = owner.createStatement()) {
                statement.execute("analyze person");
                statement.execute("analyze person_key");
                statement.execute("analyze person_description");
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        names.count();
    }

    private void insert(Connection owner, List<PersonId> ids, List<Demographics> descriptions, String by)
            throws SQLException {
        try (PreparedStatement person = owner.prepareStatement("""
                        insert into person (id, current_id, key_version, given_names, family_name, birth_date, known_since)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """);
                PreparedStatement told = owner.prepareStatement("""
                        insert into person_description (person_id, described_by, described_at, demographics)
                        values (?, ?, ?, ?::jsonb)
                        """);
                PreparedStatement key =
                        owner.prepareStatement("insert into person_key (key, person_id) values (?, ?)")) {
            Timestamp now = Timestamp.from(Instant.now());
            for (int i = 0; i < ids.size(); i++) {
                UUID id = ids.get(i).value();
                Demographics description = descriptions.get(i);
                Array given =
                        owner.createArrayOf("text", description.name().given().toArray());
                fill(
                        person,
                        id,
                        id,
                        BlockKeys.VERSION,
                        given,
                        description.name().family(),
                        date(description),
                        now);
                fill(told, id, by, now, json.writeValueAsString(description));
                for (Long each : BlockKeys.of(Described.of(description))) {
                    fill(key, each, id);
                }
            }
            person.executeBatch();
            told.executeBatch();
            key.executeBatch();
        }
    }

    private static @org.jspecify.annotations.Nullable Date date(Demographics description) {
        return description.birthDate() == null ? null : Date.valueOf(description.birthDate());
    }

    private static void fill(PreparedStatement statement, @org.jspecify.annotations.Nullable Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    @Override
    public void close() {
        connection.destroy();
    }
}
