package org.partnerhub.referral.story.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.partnerhub.contracts.sharing.PartnerId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Which key of which partner added what to a story. */
@Repository
public class StoryKeys {

    private final JdbcClient database;
    private final Clock clock;
    private final Duration keptFor;

    StoryKeys(JdbcClient database, Clock clock, @Value("${hub.idempotency.kept-for}") Duration keptFor) {
        this.database = database;
        this.clock = clock;
        this.keptFor = keptFor;
    }

    /** What a key was used for. */
    public sealed interface Use {
        record Fresh() implements Use {}

        /** The same before; what it made. */
        record Again(List<UUID> made) implements Use {
            public Again {
                made = List.copyOf(made);
            }
        }

        record OtherBody() implements Use {}
    }

    /** Takes the key; two at once meet on the primary key and the second waits. In the caller's transaction. */
    public Use take(PartnerId partner, String key, byte[] bodyHash, Instant at) {
        int fresh = database.sql("""
                        insert into story_key (partner, key, body_hash, made, used_at)
                        values (:partner, :key, :hash, '{}', :at) on conflict do nothing
                        """)
                .param("partner", partner.value())
                .param("key", key)
                .param("hash", bodyHash)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return fresh == 1 ? new Use.Fresh() : before(partner, key, bodyHash);
    }

    private Use before(PartnerId partner, String key, byte[] bodyHash) {
        return database.sql("select body_hash, made from story_key where partner = :partner and key = :key")
                .param("partner", partner.value())
                .param("key", key)
                .query((row, number) -> used(
                        row.getBytes("body_hash"), (UUID[]) row.getArray("made").getArray(), bodyHash))
                .single();
    }

    private static Use used(byte[] before, UUID[] made, byte[] now) {
        return Arrays.equals(before, now) ? new Use.Again(List.of(made)) : new Use.OtherBody();
    }

    /** Remembers what the key made. */
    public void made(PartnerId partner, String key, List<UUID> made) {
        database.sql("update story_key set made = :made where partner = :partner and key = :key")
                .param("made", made.toArray(UUID[]::new))
                .param("partner", partner.value())
                .param("key", key)
                .update();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
    void forgetOld() {
        database.sql("delete from story_key where used_at < :oldest")
                .param("oldest", clock.instant().minus(keptFor).atOffset(ZoneOffset.UTC))
                .update();
    }
}
