package org.partnerhub.referral.referral.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.referral.referral.Reception;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Which key of which partner made which referral. */
@Repository
class IdempotencyKeys {

    private final JdbcClient database;
    private final Clock clock;
    private final Duration keptFor;

    IdempotencyKeys(JdbcClient database, Clock clock, @Value("${hub.idempotency.kept-for}") Duration keptFor) {
        this.database = database;
        this.clock = clock;
        this.keptFor = keptFor;
    }

    /** Takes the key; false where it was taken before. Two at once meet on the primary key and the second waits. */
    boolean take(PartnerId partner, String key, byte[] bodyHash, ReferralId referral, Instant at) {
        return database.sql("""
                        insert into idempotency_key (partner, key, body_hash, referral_id, used_at)
                        values (:partner, :key, :hash, :referral, :at)
                        on conflict do nothing
                        """)
                        .param("partner", partner.value())
                        .param("key", key)
                        .param("hash", bodyHash)
                        .param("referral", referral.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** What the key was answered before. */
    Reception before(PartnerId partner, String key, byte[] bodyHash) {
        return database.sql("""
                        select body_hash, referral.id, current_id
                        from idempotency_key join referral on referral.id = referral_id join person on person.id = person_id
                        where partner = :partner and key = :key
                        """)
                .param("partner", partner.value())
                .param("key", key)
                .query((row, number) -> Arrays.equals(row.getBytes("body_hash"), bodyHash)
                        ? new Reception.Taken(
                                new ReferralId(row.getObject("id", UUID.class)),
                                new PersonId(row.getObject("current_id", UUID.class)))
                        : new Reception.KeyUsedForOtherBody())
                .single();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
    void forgetOld() {
        database.sql("delete from idempotency_key where used_at < :oldest")
                .param("oldest", clock.instant().minus(keptFor).atOffset(ZoneOffset.UTC))
                .update();
    }
}
