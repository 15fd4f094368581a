package org.partnerhub.referral.attachment.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.referral.attachment.Scan;
import org.partnerhub.referral.attachment.Verdict;
import org.partnerhub.referral.attachment.outgoing.Clamd;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Has what waits scanned, and again later while the scanner does not answer. */
final class Scanning {

    private static final Logger LOG = LoggerFactory.getLogger(Scanning.class);

    /** Longer than a scan may take. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final int AT_ONCE = 4;
    private static final int MOST_DOUBLINGS = 8;

    private final JdbcClient database;
    private final Attachments attachments;
    private final Clamd scanner;
    private final Clock clock;
    private volatile boolean down;

    Scanning(JdbcClient database, Attachments attachments, Clamd scanner, Clock clock) {
        this.database = database;
        this.attachments = attachments;
        this.scanner = scanner;
        this.clock = clock;
    }

    private record Due(String hash, int attempts) {}

    /** One round; true where there may be more. */
    boolean round() {
        List<Due> due = claimed();
        due.forEach(this::scan);
        return due.size() == AT_ONCE && !down;
    }

    private List<Due> claimed() {
        Instant now = clock.instant();
        return database.sql("""
                        update attachment_content set due_at = :lease, attempts = attempts + 1
                        where hash in (select hash from attachment_content where scan = 'waiting-for-scan' and due_at <= :now
                                       order by due_at limit :most for update skip locked)
                        returning hash, attempts
                        """)
                .param("lease", now.plus(LEASE).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", AT_ONCE)
                .query((row, number) -> new Due(row.getString("hash"), row.getInt("attempts")))
                .list();
    }

    private void scan(Due due) {
        switch (scanner.scan(attachments.bytes(due.hash()))) {
            case Verdict.Clean() -> settle(due, Scan.PASSED, null);
            case Verdict.Infected(String signature) -> {
                settle(due, Scan.INFECTED, signature);
                database.sql("select drop_infected_bytes(:hash)")
                        .param("hash", due.hash())
                        .query((row, number) -> 0)
                        .single();
                LOG.warn("An attachment is infected; its bytes were dropped.");
            }
            case Verdict.Unknown(String why) -> postpone(due, why);
        }
    }

    private void settle(Due due, Scan scan, @Nullable String finding) {
        if (down) {
            down = false;
            LOG.info("The scanner answers again.");
        }
        database.sql("""
                        update attachment_content set scan = :scan, finding = :finding, scanned_at = :now
                        where hash = :hash and scan = 'waiting-for-scan'
                        """)
                .param("scan", scan.code())
                .param("finding", finding)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("hash", due.hash())
                .update();
    }

    /** Twice as long each time, up to about four minutes. An outage is told once, not for each file. */
    private void postpone(Due due, String why) {
        if (!down) {
            down = true;
            LOG.warn("The scanner does not say; attachments wait: {}", why);
        }
        Duration wait = Duration.ofSeconds(1L << Math.min(due.attempts() - 1, MOST_DOUBLINGS));
        database.sql("update attachment_content set due_at = :due where hash = :hash")
                .param("due", clock.instant().plus(wait).atOffset(ZoneOffset.UTC))
                .param("hash", due.hash())
                .update();
    }
}
