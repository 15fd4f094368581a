package org.partnerhub.consent.recording.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.partnerhub.consent.recording.Origin;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.sharing.PartnerId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Which key of which partner made which consent. */
@Repository
class ConsentRequests {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration keptFor;

    ConsentRequests(JdbcClient jdbc, Clock clock, @Value("${hub.idempotency.kept-for}") Duration keptFor) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.keptFor = keptFor;
    }

    /** What a key was used for. */
    record Used(ConsentId consent, boolean isSameBody) {}

    /** Takes the key; false where it was taken before. Two at once meet on the primary key and the second waits. */
    boolean take(PartnerId partner, Origin.ByKey origin, ConsentId consent, Instant at) {
        return jdbc.sql("""
                                INSERT INTO consent_request (partner, key, body_hash, consent, used_at)
                                VALUES (:partner, :key, :hash, :consent, :at)
                                ON CONFLICT DO NOTHING
                                """)
                        .param("partner", partner.value())
                        .param("key", origin.key())
                        .param("hash", origin.bodyHash())
                        .param("consent", consent.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Used> find(PartnerId partner, Origin.ByKey origin) {
        return jdbc.sql("SELECT body_hash, consent FROM consent_request WHERE partner = :partner AND key = :key")
                .param("partner", partner.value())
                .param("key", origin.key())
                .query((row, number) -> new Used(
                        new ConsentId(row.getObject("consent", UUID.class)),
                        origin.isSameBody(row.getBytes("body_hash"))))
                .optional();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
    void forgetOld() {
        jdbc.sql("DELETE FROM consent_request WHERE used_at < :oldest")
                .param("oldest", clock.instant().minus(keptFor).atOffset(ZoneOffset.UTC))
                .update();
    }
}
