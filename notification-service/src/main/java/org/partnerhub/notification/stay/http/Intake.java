package org.partnerhub.notification.stay.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.partnerhub.contracts.event.HubEvent.AdmissionReceived;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.notification.stay.store.Admissions;
import org.partnerhub.notification.stay.store.Admissions.Stored;
import org.partnerhub.support.events.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores first and thinks later: message and event in one transaction. */
@Component
class Intake {

    private final Admissions admissions;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    Intake(Admissions admissions, Outbox outbox, TransactionTemplate transaction) {
        this.admissions = admissions;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /** What became of a message. */
    sealed interface Taken {

        /** Stored, now or when the same was sent before. */
        record Kept(UUID id) implements Taken {}

        /** The key was used for something else. */
        record KeyUsed() implements Taken {}
    }

    Taken take(PartnerId partner, String idempotencyKey, byte[] body) {
        var message = new Stored(UUID.randomUUID(), partner, sha256(body), new String(body, StandardCharsets.UTF_8));
        return Objects.requireNonNull(transaction.execute(_ -> {
            if (admissions.add(message, idempotencyKey)) {
                outbox.publish(new AdmissionReceived(message.id()));
                return new Taken.Kept(message.id());
            }
            return repeated(message, idempotencyKey);
        }));
    }

    private Taken repeated(Stored message, String idempotencyKey) {
        return admissions
                .byKey(message.partner(), idempotencyKey)
                .filter(it -> it.bodyHash().equals(message.bodyHash()))
                .<Taken>map(it -> new Taken.Kept(it.id()))
                .orElse(new Taken.KeyUsed());
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java has SHA-256.", absent);
        }
    }
}
