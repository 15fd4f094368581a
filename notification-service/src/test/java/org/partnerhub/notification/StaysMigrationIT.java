package org.partnerhub.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.stay.StayEvent;
import org.partnerhub.contracts.stay.StayReport;
import org.partnerhub.testkit.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

/** Admissions that were taken before stays were read from all their messages go on as before. */
class StaysMigrationIT {

    private static final String MESSAGE = "4c7e0d7a-5a57-4f0c-a5be-8f6a1f8f4e21";
    private static final String SUBJECT = "7b0f5c1e-6a52-4b7e-9d53-0a4d2f6c9e11";
    private static final String DELIVERY = "0b1a3d7c-8a0e-4b2e-9b59-3a5f1c8e7d03";
    private static final String BODY =
            "{\"visitNumber\":\"V-1\",\"subject\":{\"nhsNumber\":\"9990001014\",\"name\":{\"given\":[\"Idris\"],"
                    + "\"family\":\"Marlow\"},\"birthDate\":\"2011-09-05\"},\"setting\":{\"odsCode\":\"RGT\",\"kind\":\"nhs-hospital\","
                    + "\"funding\":\"nhs\",\"authority\":\"E10000003\"},\"admittedAt\":\"2026-11-16T11:00:00Z\","
                    + "\"ordinaryResidence\":{\"authority\":\"E10000003\"}}";

    @Test
    void theirNoticesStandAndTheirMessagesAreReports() throws SQLException {
        TestDatabase database = TestDatabase.fresh("notification");
        flyway(database, "3").migrate();
        try (Connection owner = database.connectAsOwner();
                Statement sql = owner.createStatement()) {
            sql.execute("insert into admission_message (id, partner, idempotency_key, body_hash, body) values ('"
                    + MESSAGE + "', 'cpft', 'key-00001', 'x', '" + BODY + "')");
            sql.execute(
                    "insert into delivery (id, subject, recipient, purpose, categories, source, channel, state) values ('"
                            + DELIVERY + "', '" + SUBJECT
                            + "', 'cambridgeshire-directors-office', 'section-85-notice', '{identity,stay}',"
                            + " 'stay/" + SUBJECT + "', 'MAILBOX', 'WAITING')");
            sql.execute(
                    "insert into stay (id, message, subject, state, section, authority, recipient, delivery, explanation)"
                            + " values ('" + SUBJECT + "', '" + MESSAGE + "', '" + SUBJECT
                            + "', 'NOTIFIED', '85', 'E10000003',"
                            + " 'cambridgeshire-directors-office', '" + DELIVERY + "', '[]')");
        }

        flyway(database, "latest").migrate();

        try (Connection owner = database.connectAsOwner();
                Statement sql = owner.createStatement()) {
            ResultSet message = sql.executeQuery("select visit, report from admission_message");
            assertThat(message.next()).isTrue();
            assertThat(message.getString("visit"))
                    .as("the admission keeps its id")
                    .isEqualTo(MESSAGE);
            StayReport report = JsonMapper.shared().readValue(message.getString("report"), StayReport.class);
            assertThat(report.event()).isEqualTo(StayEvent.ADMITTED);
            assertThat(report.visitNumber()).isEqualTo("V-1");
            ResultSet notice = sql.executeQuery("select id, visit, kind, section from stay_notice");
            assertThat(notice.next()).isTrue();
            assertThat(notice.getString("id")).isEqualTo(DELIVERY);
            assertThat(notice.getString("visit")).isEqualTo(MESSAGE);
            assertThat(notice.getString("section")).isEqualTo("EIGHTY_FIVE");
        }
    }

    private static Flyway flyway(TestDatabase database, String target) {
        return Flyway.configure()
                .dataSource(
                        database.url(),
                        database.owner().user(),
                        database.owner().password())
                .locations("classpath:db/notification")
                .placeholders(Map.of("serviceRole", database.service().user()))
                .target(MigrationVersion.fromVersion(target))
                .load();
    }
}
