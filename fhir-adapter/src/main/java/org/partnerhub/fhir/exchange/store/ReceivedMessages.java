package org.partnerhub.fhir.exchange.store;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.ReferralId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which messages were taken. A pair of ids is claimed before its message is passed on and settled after; a claim that nobody
 * settled lapses, so that a killed process does not make the partner's next try a duplicate.
 */
@Component
public class ReceivedMessages {

    /** Longer than the longest call behind a message. */
    private static final Duration CLAIM = Duration.ofSeconds(30);

    private final JdbcClient database;
    private final Clock clock;

    ReceivedMessages(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What came of claiming a pair. */
    public enum Claim {
        /** It is the caller's to pass on and to settle or release. */
        OURS,
        /** It is being taken, or was when a process was killed: nobody can say yet whether it was. */
        IN_HAND,
        /** It was taken before. */
        TAKEN
    }

    /** Claims the pair, unless it was taken before or is being taken now. */
    public Claim claim(Pair pair, String message) {
        if (isOurs(pair, message)) {
            return Claim.OURS;
        }
        return isSettled(pair) ? Claim.TAKEN : Claim.IN_HAND;
    }

    private boolean isSettled(Pair pair) {
        return database.sql("""
                        SELECT EXISTS (SELECT FROM received_message
                        WHERE partner = ? AND request_id = ? AND correlation_id = ? AND settled)""")
                .params(pair.partner(), pair.request(), pair.correlation())
                .query(Boolean.class)
                .single();
    }

    private boolean isOurs(Pair pair, String message) {
        return database.sql("""
                        INSERT INTO received_message (partner, request_id, correlation_id, message, claimed_until)
                        VALUES (:partner, :request, :correlation, :message, :until)
                        ON CONFLICT (partner, request_id, correlation_id) DO UPDATE SET claimed_until = :until
                        WHERE NOT received_message.settled AND received_message.claimed_until < :now""")
                        .param("partner", pair.partner())
                        .param("request", pair.request())
                        .param("correlation", pair.correlation())
                        .param("message", message)
                        .param("until", Timestamp.from(clock.instant().plus(CLAIM)))
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /** The message is taken for good. */
    public void settle(Pair pair, @Nullable ReferralId referral) {
        database.sql("""
                        UPDATE received_message SET settled = true, referral = ?
                        WHERE partner = ? AND request_id = ? AND correlation_id = ?""")
                .param(referral == null ? null : referral.value())
                .param(pair.partner())
                .param(pair.request())
                .param(pair.correlation())
                .update();
    }

    /** The message was not taken: the same pair may come again. */
    public void release(Pair pair) {
        database.sql("""
                        DELETE FROM received_message
                        WHERE partner = ? AND request_id = ? AND correlation_id = ? AND NOT settled""")
                .params(pair.partner(), pair.request(), pair.correlation())
                .update();
    }

    /** The message by which a referral came, for what became of it to answer. */
    public Optional<String> messageOf(ReferralId referral) {
        return database.sql("SELECT message FROM received_message WHERE referral = ? ORDER BY received_at LIMIT 1")
                .param(referral.value())
                .query(String.class)
                .optional();
    }

    /** The referral that a partner sent under a correlation id. */
    public Optional<ReferralId> referralOf(String partner, UUID correlation) {
        return database.sql("""
                        SELECT referral FROM received_message
                        WHERE partner = ? AND correlation_id = ? AND settled AND referral IS NOT NULL
                        ORDER BY received_at LIMIT 1""")
                .params(partner, correlation)
                .query((row, _) -> new ReferralId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** What BaRS counts as one message, per partner. */
    public record Pair(String partner, UUID request, UUID correlation) {}
}
