package org.partnerhub.notification.partner.store;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.RecipientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Addresses that two operators agreed on when a partner was taken on; read again every few seconds, as the directory is. */
@Repository
public class RecipientAddresses implements Supplier<Map<RecipientId, URI>> {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final JdbcClient database;
    private final Clock clock;

    private volatile @Nullable Read last;

    RecipientAddresses(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Map<RecipientId, URI> get() {
        Read read = last;
        Instant now = clock.instant();
        if (read == null || read.at().plus(FRESH).isBefore(now)) {
            read = new Read(all(), now);
            last = read;
        }
        return read.addresses();
    }

    private Map<RecipientId, URI> all() {
        return database
                .sql("select recipient, url from recipient_address")
                .query((row, _) ->
                        Map.entry(new RecipientId(row.getString("recipient")), URI.create(row.getString("url"))))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Keeps one; joins the running transaction. */
    public void add(RecipientId recipient, URI url, UUID onboarding) {
        database.sql(
                        "insert into recipient_address (recipient, url, onboarding) values (:recipient, :url, :onboarding)")
                .param("recipient", recipient.value())
                .param("url", url.toString())
                .param("onboarding", onboarding)
                .update();
        last = null;
    }

    private record Read(Map<RecipientId, URI> addresses, Instant at) {}
}
