package org.partnerhub.notification.stay.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.event.HubEvent.AdmissionReceived;
import org.partnerhub.contracts.person.Demographics;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.stay.IncomingReport;
import org.partnerhub.contracts.stay.StayEvent;
import org.partnerhub.contracts.stay.StayReport;
import org.partnerhub.contracts.stay.StoredReport;
import org.partnerhub.notification.stay.store.Admissions;
import org.partnerhub.notification.stay.store.Admissions.Message;
import org.partnerhub.notification.stay.store.Admissions.Stored;
import org.partnerhub.notification.stay.store.Visits;
import org.partnerhub.support.events.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Stores first and thinks later: message and event in one transaction. */
@Component
class Intake {

    private final Admissions admissions;
    private final Visits visits;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    Intake(Admissions admissions, Visits visits, Outbox outbox, TransactionTemplate transaction, JsonMapper json) {
        this.admissions = admissions;
        this.visits = visits;
        this.outbox = outbox;
        this.transaction = transaction;
        this.json = json;
    }

    /** What became of a message. */
    sealed interface Taken {

        /** Stored, now or when the same was sent before. */
        record Kept(UUID admission) implements Taken {}

        /** The key was used for something else. */
        record KeyUsed() implements Taken {}
    }

    /** An admission in JSON: its admission is the one of the visit's number, where it names one. */
    Taken admission(PartnerId partner, String key, byte[] body, StayReport report) {
        return keep(partner, "json", key, body, report, null);
    }

    /** What is told later about an admission. */
    Taken later(UUID admission, PartnerId partner, String channel, String key, byte[] body, StayReport report) {
        return keep(partner, channel, key, body, report, admission);
    }

    private Taken keep(
            PartnerId partner, String channel, String key, byte[] body, StayReport report, @Nullable UUID admission) {
        // the same key for two admissions is two things, even where the bodies are alike
        String hash =
                sha256(admission == null ? body : (admission + "\n" + text(body)).getBytes(StandardCharsets.UTF_8));
        return Objects.requireNonNull(transaction.execute(_ -> {
            Optional<Stored> before = admissions.byKey(partner, key);
            if (before.isPresent()) {
                return repeated(before.get(), hash);
            }
            UUID id = UUID.randomUUID();
            UUID visit = admission == null ? visits.of(partner, number(report, id), id) : admission;
            var message = new Message(id, partner, channel, key, hash, text(body), visit, report, null);
            if (admissions.add(message)) {
                outbox.publish(new AdmissionReceived(id));
                return new Taken.Kept(visit);
            }
            return repeated(admissions.byKey(partner, key).orElseThrow(), hash);
        }));
    }

    private static Taken repeated(Stored stored, String hash) {
        UUID visit = stored.visit();
        return stored.bodyHash().equals(hash) && visit != null ? new Taken.Kept(visit) : new Taken.KeyUsed();
    }

    /**
     * A message that fhir-adapter read, or could not read. The same message again is stored once; a control id that comes again with
     * other content is another message, because hospitals count round.
     */
    StoredReport incoming(IncomingReport incoming) {
        StayReport report = incoming.report();
        String body = report == null ? String.valueOf(incoming.original()) : json.writeValueAsString(report);
        String hash = sha256(body.getBytes(StandardCharsets.UTF_8));
        String key = incoming.channel() + ":" + incoming.key() + ":" + hash.substring(0, 32);
        return Objects.requireNonNull(transaction.execute(_ -> {
            Optional<Stored> before = admissions.byKey(incoming.partner(), key);
            if (before.isPresent()) {
                return new StoredReport(before.get().id(), true);
            }
            UUID id = UUID.randomUUID();
            UUID visit = report == null || isAboutAPatient(report)
                    ? null
                    : visits.of(incoming.partner(), number(report, id), id);
            var message = new Message(
                    id, incoming.partner(), incoming.channel(), key, hash, body, visit, report, incoming.unreadable());
            if (!admissions.add(message)) {
                return new StoredReport(
                        admissions.byKey(incoming.partner(), key).orElseThrow().id(), true);
            }
            if (report != null) {
                outbox.publish(new AdmissionReceived(id));
            }
            return new StoredReport(id, false);
        }));
    }

    private static boolean isAboutAPatient(StayReport report) {
        return report.event() == StayEvent.PERSON_UPDATED || report.event() == StayEvent.PATIENTS_MERGED;
    }

    /** The setting's number of the stay; where it has none, its number of the patient, else the message stands for itself. */
    private static String number(StayReport report, UUID message) {
        if (report.visitNumber() != null) {
            return report.visitNumber();
        }
        if (report.patient() != null) {
            return "patient " + report.patient();
        }
        Demographics subject = report.subject();
        return subject != null && subject.nhsNumber() != null && report.setting() == null
                ? "nhs " + sha256(subject.nhsNumber().value().getBytes(StandardCharsets.UTF_8))
                : "admission " + message;
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java has SHA-256.", absent);
        }
    }
}
